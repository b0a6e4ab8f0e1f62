package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A user of Telegram, or a bot. The chat of a person with the bot has the person's id. */
public record FakePerson(long id, String name, Optional<String> username, Kind kind) {
    /** Who speaks for administrators that hide who they are. */
    static final FakePerson ANONYMOUS_ADMIN =
            new FakePerson(1_087_968_824L, "Group", Optional.of("GroupAnonymousBot"), Kind.BOT);

    public enum Kind {
        HUMAN,
        BOT
    }

    ObjectNode json() {
        ObjectNode page =
                FakeJson.object().put("id", id).put("is_bot", kind == Kind.BOT).put("first_name", name);
        username.ifPresent(each -> page.put("username", each));
        return page;
    }
}

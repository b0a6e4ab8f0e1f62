package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A chat that the bot may be in. What changes in it changes under the world's lock. */
public final class FakeChat {
    public enum Kind {
        PRIVATE("private"),
        GROUP("group"),
        SUPERGROUP("supergroup"),
        /** A supergroup with topics. */
        FORUM("supergroup"),
        CHANNEL("channel");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        boolean isGroup() {
            return this == GROUP || this == SUPERGROUP || this == FORUM;
        }
    }

    /** Whether what is written in a chat or topic is taken. */
    enum Door {
        OPEN,
        CLOSED
    }

    final Map<Long, FakePerson> people = new LinkedHashMap<>();
    final Map<Long, Standing> standings = new LinkedHashMap<>();
    final Map<Long, FakeMessage> messages = new LinkedHashMap<>();
    final Map<Long, Door> topics = new LinkedHashMap<>();
    Door door = Door.OPEN;
    Optional<FakeChat> successor = Optional.empty();
    private final long id;
    private final Kind kind;
    private final String title;
    private final Optional<String> username;
    private long lastMessage;

    FakeChat(long id, Kind kind, String title, Optional<String> username) {
        this.id = id;
        this.kind = kind;
        this.title = title;
        this.username = username;
    }

    public long id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    public String title() {
        return title;
    }

    Optional<String> username() {
        return username;
    }

    Standing standing(long person) {
        return standings.getOrDefault(person, Standing.LEFT);
    }

    void stand(FakePerson who, Standing as) {
        people.put(who.id(), who);
        standings.put(who.id(), as);
    }

    long nextMessage() {
        lastMessage++;
        return lastMessage;
    }

    ObjectNode json() {
        ObjectNode page = FakeJson.object().put("id", id).put("type", kind.word);
        page.put(kind == Kind.PRIVATE ? "first_name" : "title", title);
        username.ifPresent(each -> page.put("username", each));
        if (kind == Kind.FORUM) {
            page.put("is_forum", true);
        }
        return page;
    }
}

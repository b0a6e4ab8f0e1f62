package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A message of a chat. It changes under the world's lock. */
final class FakeMessage {
    /** What is so of a message, or is not. */
    enum Mark {
        SILENT,
        PINNED,
        /** Links in it are shown without a preview. */
        BARE_LINKS
    }

    /** Where in a chat a message stands; empty where it does not reply, or is in no topic. */
    record Place(FakeChat chat, OptionalLong repliesTo, OptionalLong topic) {
        static Place in(FakeChat chat) {
            return new Place(chat, OptionalLong.empty(), OptionalLong.empty());
        }
    }

    final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    /** What else its JSON holds, such as the origin of a forwarded one. */
    final ObjectNode more = FakeJson.object();

    private final long id;
    private final Place place;
    private final FakePerson author;
    private final Instant at;
    private Content content;
    private Optional<Instant> edited = Optional.empty();
    private int edits;

    /** Takes the next id of its chat. */
    FakeMessage(Place place, FakePerson author, Instant at, Content content) {
        this.id = place.chat().nextMessage();
        this.place = place;
        this.author = author;
        this.at = at;
        this.content = content;
    }

    long id() {
        return id;
    }

    Instant at() {
        return at;
    }

    FakeChat chat() {
        return place.chat();
    }

    FakePerson author() {
        return author;
    }

    Content content() {
        return content;
    }

    OptionalLong topic() {
        return place.topic();
    }

    void edit(Content now, Instant when) {
        content = now;
        edited = Optional.of(when);
        edits++;
    }

    ObjectNode json() {
        ObjectNode page = bare();
        place.repliesTo()
                .ifPresent(replied -> Optional.ofNullable(chat().messages.get(replied))
                        .ifPresent(each -> page.set("reply_to_message", each.bare())));
        return page;
    }

    private ObjectNode bare() {
        ObjectNode page = FakeJson.object().put("message_id", id).put("date", at.getEpochSecond());
        page.set("chat", chat().json());
        if (chat().kind() == FakeChat.Kind.CHANNEL) {
            page.set("sender_chat", chat().json());
        } else {
            page.set("from", author.json());
        }
        edited.ifPresent(when -> page.put("edit_date", when.getEpochSecond()));
        topic().ifPresent(topic -> page.put("message_thread_id", topic).put("is_topic_message", true));
        content.describe(page);
        page.setAll(more);
        return page;
    }

    Posted posted() {
        return new Posted(
                id,
                chat().id(),
                content.words().text(),
                content.words().entitiesJson(),
                content.markup().deepCopy(),
                content.files(),
                new Posted.Marks(at, edits, place.repliesTo(), topic(), Set.copyOf(marks)),
                json());
    }
}

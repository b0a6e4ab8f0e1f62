package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chat.fake.Attached;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What posts messages. */
final class SendMethods {
    private final World world;
    private final Access access;

    SendMethods(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    Map<String, Methods.Method> all() {
        return Map.of(
                "sendMessage", this::message,
                "sendPhoto", given -> file(given, "photo", Content.Kind.PHOTO),
                "sendDocument", given -> file(given, "document", Content.Kind.DOCUMENT),
                "sendChatAction",
                        given -> {
                            FakeMessage.Place place = access.place(given);
                            assert place.repliesTo().isEmpty();
                            return Methods.TRUE;
                        });
    }

    private JsonNode message(Parameters given) {
        Styled words = Words.of(given, Words.Slot.TEXT);
        return post(given, Content.text(words, given.structure("reply_markup")));
    }

    private JsonNode file(Parameters given, String field, Content.Kind kind) {
        List<Attached> files = given.upload(field).stream().toList();
        Content content = new Content(
                kind, Words.of(given, Words.Slot.CAPTION), files, Content.inline(given.structure("reply_markup")));
        return post(given, content);
    }

    private JsonNode post(Parameters given, Content content) {
        FakeMessage.Place place = access.place(given);
        JsonNode markup = given.structure("reply_markup");
        if (place.chat().kind() == FakeChat.Kind.CHANNEL && markup.isObject() && !markup.has("inline_keyboard")) {
            throw new Refusal(FakeError.bad("inline keyboard expected"));
        }
        FakeMessage message = new FakeMessage(place, world.bot, world.clock.instant(), content);
        mark(message, FakeMessage.Mark.SILENT, given.isSet("disable_notification"));
        mark(
                message,
                FakeMessage.Mark.BARE_LINKS,
                Optional.of(given.structure("link_preview_options"))
                        .filter(each -> each.path("is_disabled").asBoolean(false))
                        .isPresent());
        message.chat().messages.put(message.id(), message);
        return message.json();
    }

    private static void mark(FakeMessage message, FakeMessage.Mark mark, boolean holds) {
        if (holds) {
            message.marks.add(mark);
        }
    }
}

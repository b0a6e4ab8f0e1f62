package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chat.fake.Attached;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What changes messages: their words, their picture, their buttons, their pin; and what takes them away. */
final class EditMethods {
    /** Source: https://core.telegram.org/bots/api#deletemessage */
    private static final Duration DELETABLE = Duration.ofDays(2);

    private final World world;
    private final Access access;

    EditMethods(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    Map<String, Methods.Method> all() {
        return Map.of(
                "editMessageText", this::text,
                "editMessageCaption", this::caption,
                "editMessageMedia", this::media,
                "editMessageReplyMarkup", this::buttons,
                "deleteMessage", this::delete,
                "pinChatMessage", this::pin,
                "unpinChatMessage", this::unpin);
    }

    private JsonNode text(Parameters given) {
        FakeMessage message = access.own(given);
        if (message.content().kind() != Content.Kind.TEXT) {
            throw new Refusal(FakeError.NO_TEXT_TO_EDIT);
        }
        Styled words = Words.of(given, Words.Slot.TEXT);
        return edit(message, message.content().saying(words, given.structure("reply_markup")));
    }

    private JsonNode caption(Parameters given) {
        FakeMessage message = access.own(given);
        if (message.content().kind() == Content.Kind.TEXT) {
            throw new Refusal(FakeError.NO_CAPTION_TO_EDIT);
        }
        Styled words = Words.of(given, Words.Slot.CAPTION);
        return edit(message, message.content().saying(words, given.structure("reply_markup")));
    }

    private JsonNode media(Parameters given) {
        FakeMessage message = access.own(given);
        JsonNode media = given.structure("media");
        List<Attached> files = given.upload(media.path("media")).stream().toList();
        Content content = new Content(
                Content.Kind.valueOf(media.path("type").asText().toUpperCase(Locale.ROOT)),
                Words.of(MediaLimits.caption(media), Words.Slot.CAPTION),
                files,
                Content.inline(given.structure("reply_markup")));
        return edit(message, content);
    }

    private JsonNode buttons(Parameters given) {
        FakeMessage message = access.own(given);
        return edit(message, message.content().withButtons(given.structure("reply_markup")));
    }

    private JsonNode edit(FakeMessage message, Content now) {
        if (now.equals(message.content())) {
            throw new Refusal(FakeError.NOT_MODIFIED);
        }
        message.edit(now, world.clock.instant());
        return message.json();
    }

    private JsonNode delete(Parameters given) {
        FakeMessage message = access.message(given, FakeError.DELETE_NOT_FOUND);
        boolean may = message.author().equals(world.bot)
                || message.chat().standing(world.bot.id()).manages();
        if (!may) {
            throw new Refusal(FakeError.bad("message can't be deleted"));
        }
        if (message.at().isBefore(world.clock.instant().minus(DELETABLE))) {
            throw new Refusal(FakeError.TOO_OLD_TO_DELETE);
        }
        message.chat().messages.remove(message.id());
        return Methods.TRUE;
    }

    private JsonNode pin(Parameters given) {
        FakeMessage message = access.message(given, FakeError.PIN_NOT_FOUND);
        mayPin(message.chat());
        message.marks.add(FakeMessage.Mark.PINNED);
        return Methods.TRUE;
    }

    /** Without a message, the one that was pinned last. */
    private JsonNode unpin(Parameters given) {
        FakeChat chat = access.inside(given);
        mayPin(chat);
        long meant = given.number("message_id")
                .orElseGet(() -> chat.messages.values().stream()
                        .filter(each -> each.marks.contains(FakeMessage.Mark.PINNED))
                        .mapToLong(FakeMessage::id)
                        .max()
                        .orElse(0));
        boolean unpinned = chat.messages.containsKey(meant)
                && chat.messages.get(meant).marks.remove(FakeMessage.Mark.PINNED);
        if (!unpinned) {
            throw new Refusal(FakeError.bad("message to unpin not found"));
        }
        return Methods.TRUE;
    }

    private void mayPin(FakeChat chat) {
        boolean may = chat.kind() == FakeChat.Kind.PRIVATE
                || chat.standing(world.bot.id()).manages();
        if (!may) {
            throw new Refusal(FakeError.NO_RIGHT_TO_PIN);
        }
    }
}

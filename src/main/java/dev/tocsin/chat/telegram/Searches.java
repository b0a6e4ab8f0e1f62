package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.OutsideText;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ForceReplyKeyboard;

/**
 * Asks for a part of a name, which comes as a reply: a bot hears those in groups whatever its privacy mode. What is
 * searched outlives a restart. Safe for use by many threads, which it blocks.
 */
final class Searches {
    private static final int NAME = 40;
    private static final String HINT = "a part of the name";

    private final Voice voice;
    private final Keys keys;

    Searches(Voice voice, Keys keys) {
        this.voice = voice;
        this.keys = keys;
    }

    /** Asks the one who pressed the button, beside the message that it stands under. */
    void ask(CallbackQuery query, Pick pick) {
        MaybeInaccessibleMessage under = query.getMessage();
        Address at = Address.of(under);
        SendMessage question = SendMessage.builder()
                .chatId(at.chat())
                .text(words(query, pick))
                .parseMode(ParseMode.HTML)
                .build();
        at.topic().ifPresent(question::setMessageThreadId);
        if (!under.getChat().isChannelChat()) {
            question.setReplyMarkup(ForceReplyKeyboard.builder()
                    .forceReply(true)
                    .selective(true)
                    .inputFieldPlaceholder(HINT)
                    .build());
        }
        voice.send(question).ifPresent(asked -> keys.keep(name(at.chat(), asked.getMessageId()), pick.seek()));
    }

    /** What the message is an answer to; empty where it answers no such question, or one that is not kept any more. */
    Optional<Pick> answered(Message message) {
        return Optional.ofNullable(message.getReplyToMessage())
                .flatMap(question -> keys.kept(name(message.getChatId(), question.getMessageId())))
                .flatMap(Pick::sought);
    }

    /** The name calls the one it is meant for, to whom alone Telegram opens the reply. */
    private static String words(CallbackQuery query, Pick pick) {
        String asked = "answer this message with " + HINT + ", for <code>"
                + Html.escaped(pick.before().strip()) + "</code>.";
        if (query.getMessage().getChat().isChannelChat()) {
            return "To search, " + asked;
        }
        String name = OutsideText.cut(query.getFrom().getFirstName(), NAME);
        return "<a href=\"tg://user?id=" + query.getFrom().getId() + "\">" + Html.escaped(name.isEmpty() ? "You" : name)
                + "</a>, " + asked;
    }

    private static String name(long chat, int message) {
        return "search " + chat + "/" + message;
    }
}

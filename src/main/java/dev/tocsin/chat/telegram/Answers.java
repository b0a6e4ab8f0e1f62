package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** Answers on their way to people. Safe for use by many threads, which it blocks. */
final class Answers {
    /** Characters of an alert. Source: https://core.telegram.org/bots/api#answercallbackquery */
    static final int ALERT = 200;

    private final Voice voice;
    private final Turning turning;
    private final Keyboards keyboards;
    private final Hearing hearing;

    /**
     * Answers that go out by that voice.
     *
     * @param hearing says when it is an answer's turn in a chat
     */
    Answers(Voice voice, Turning turning, Keyboards keyboards, Hearing hearing) {
        this.voice = voice;
        this.turning = turning;
        this.keyboards = keyboards;
        this.hearing = hearing;
    }

    /** Answers a message where it stands, its files after it. */
    void reply(Address at, int to, Offer offer) {
        if (isTaken(at, to, offer)) {
            documents(offer.answer()).forEach(file -> attach(at, to, file));
        }
    }

    /** The same without files, and whether Telegram took it. */
    boolean isTaken(Address at, int to, Offer offer) {
        SendMessage message = written(at, first(offer));
        message.setReplyParameters(to(to));
        return voice.send(message, turn(at)).isPresent();
    }

    /** Says something that nobody asked for. */
    void say(Address at, Message message) {
        voice.send(written(at, first(Offer.plain(message))), turn(at));
    }

    private Turning.Turned first(Offer offer) {
        return turning.keep(new Turning.Kept(Pages.of(offer.answer()), keyboards.of(offer), offer.role()));
    }

    /** Shows other choices under a message. */
    void show(Address at, int message, Shelf shelf) {
        EditMessageReplyMarkup edit = EditMessageReplyMarkup.builder()
                .chatId(at.chat())
                .messageId(message)
                .replyMarkup(new InlineKeyboardMarkup(keyboards.of(shelf)))
                .build();
        voice.send(edit, turn(at));
    }

    /** Shows another page in place of the one that is shown. */
    void turn(Address at, int message, Turning.Turned turned) {
        EditMessageText edit = EditMessageText.builder()
                .chatId(at.chat())
                .messageId(message)
                .text(turned.page())
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(bare())
                .replyMarkup(new InlineKeyboardMarkup(turned.rows()))
                .build();
        voice.send(edit, turn(at));
    }

    /** Lets a button go. */
    void let(String query) {
        voice.send(AnswerCallbackQuery.builder().callbackQueryId(query).build());
    }

    /** The same, and whether Telegram still waited for it. */
    boolean isLet(String query) {
        return voice.send(AnswerCallbackQuery.builder().callbackQueryId(query).build())
                .isPresent();
    }

    /** Lets a button go with words that whoever pressed it must close. */
    void alert(String query, String words) {
        voice.send(AnswerCallbackQuery.builder()
                .callbackQueryId(query)
                .text(OutsideText.cut(words, ALERT))
                .showAlert(true)
                .build());
    }

    private void attach(Address at, int to, Block.Document file) {
        SendDocument document = SendDocument.builder()
                .chatId(at.chat())
                .document(new InputFile(
                        new ByteArrayInputStream(file.text().getBytes(StandardCharsets.UTF_8)), file.fileName()))
                .replyParameters(to(to))
                .build();
        at.topic().ifPresent(document::setMessageThreadId);
        voice.send(document, turn(at));
    }

    private Voice.Turn turn(Address at) {
        return new Voice.Turn() {
            @Override
            public Optional<Duration> take() {
                return hearing.speak(at.chat());
            }

            @Override
            public void told(Duration pause) {
                hearing.told(at.chat(), pause);
            }
        };
    }

    private static SendMessage written(Address at, Turning.Turned page) {
        SendMessage message = SendMessage.builder()
                .chatId(at.chat())
                .text(page.page())
                .parseMode(ParseMode.HTML)
                .linkPreviewOptions(bare())
                .build();
        at.topic().ifPresent(message::setMessageThreadId);
        if (!page.rows().isEmpty()) {
            message.setReplyMarkup(new InlineKeyboardMarkup(page.rows()));
        }
        return message;
    }

    private static List<Block.Document> documents(Message message) {
        return message.blocks().stream()
                .filter(Block.Document.class::isInstance)
                .map(Block.Document.class::cast)
                .toList();
    }

    private static ReplyParameters to(int message) {
        return ReplyParameters.builder()
                .messageId(message)
                .allowSendingWithoutReply(true)
                .build();
    }

    private static LinkPreviewOptions bare() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }
}

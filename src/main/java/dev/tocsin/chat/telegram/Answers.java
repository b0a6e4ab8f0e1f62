package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongConsumer;
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
    private final LongConsumer spoke;

    /**
     * Answers that go out by that voice.
     *
     * @param spoke hears of every chat that something is sent to
     */
    Answers(Voice voice, Turning turning, Keyboards keyboards, LongConsumer spoke) {
        this.voice = voice;
        this.turning = turning;
        this.keyboards = keyboards;
        this.spoke = spoke;
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
        spoke.accept(at.chat());
        return voice.send(message).isPresent();
    }

    /** Says something that nobody asked for. */
    void say(Address at, Message message) {
        spoke.accept(at.chat());
        voice.send(written(at, first(Offer.plain(message))));
    }

    private Turning.Turned first(Offer offer) {
        return turning.keep(new Turning.Kept(Pages.of(offer.answer()), keyboards.of(offer), offer.role()));
    }

    /** Shows other choices under a message. */
    void show(Address at, int message, Shelf shelf) {
        spoke.accept(at.chat());
        voice.send(EditMessageReplyMarkup.builder()
                .chatId(at.chat())
                .messageId(message)
                .replyMarkup(new InlineKeyboardMarkup(keyboards.of(shelf)))
                .build());
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
        spoke.accept(at.chat());
        voice.send(edit);
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
        spoke.accept(at.chat());
        voice.send(document);
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

package dev.tocsin.chat.telegram;

import dev.tocsin.command.Role;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Answers on their way to people. Safe for use by many threads, which it blocks. */
final class Answers {
    private static final int MOST_BUTTONS = 8;
    private static final int LABEL = 40;
    /** Characters of an alert. Source: https://core.telegram.org/bots/api#answercallbackquery */
    static final int ALERT = 200;

    private final Voice voice;
    private final Turning turning;
    private final Keys keys;
    private final LongConsumer spoke;

    /**
     * Answers that go out by that voice.
     *
     * @param spoke hears of every chat that something is sent to
     */
    Answers(Voice voice, Turning turning, Keys keys, LongConsumer spoke) {
        this.voice = voice;
        this.turning = turning;
        this.keys = keys;
        this.spoke = spoke;
    }

    /**
     * Answers a message where it stands, its files after it.
     *
     * @param role the least that somebody must be to turn it over
     */
    void reply(Address at, int to, Message answer, Role role) {
        Turning.Turned first = turning.keep(new Turning.Kept(Pages.of(answer), buttons(answer), role));
        SendMessage message = written(at, first);
        message.setReplyParameters(to(to));
        spoke.accept(at.chat());
        if (voice.send(message).isPresent()) {
            documents(answer).forEach(file -> attach(at, to, file));
        }
    }

    /** Says something that nobody asked for. */
    void say(Address at, Message message) {
        spoke.accept(at.chat());
        voice.send(written(at, turning.keep(new Turning.Kept(Pages.of(message), buttons(message), Role.EVERYONE))));
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

    private List<InlineKeyboardRow> buttons(Message message) {
        Map<String, InlineKeyboardRow> rows = new LinkedHashMap<>();
        for (Message.Suggestion each : message.suggestions()) {
            String label = OutsideText.cut(each.label(), LABEL);
            keys.data(each.command())
                    .filter(data -> rows.size() < MOST_BUTTONS)
                    .ifPresent(data -> rows.putIfAbsent(
                            data,
                            new InlineKeyboardRow(InlineKeyboardButton.builder()
                                    .text(label.isEmpty() ? "…" : label)
                                    .callbackData(data)
                                    .build())));
        }
        return List.copyOf(rows.values());
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

package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.OutsideText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Makes single calls, and waits for Telegram's answer to each. Safe for use by many threads. */
final class Pen {
    private static final int FILE_NAME = 60;

    private final TelegramClient client;
    private final Duration longest;

    /**
     * A pen that writes with that client.
     *
     * @param longest no call takes longer than this
     */
    Pen(TelegramClient client, Duration longest) {
        this.client = client;
        this.longest = longest;
    }

    /** Whether people hear of a message. */
    enum Bell {
        RINGS,
        SILENT
    }

    private interface Call<T> {
        CompletableFuture<T> begin() throws TelegramApiException;
    }

    Outcome write(Part part, Spot spot, Bell bell) {
        return switch (part) {
            case Part.Text text -> outcome(() -> client.executeAsync(message(text, spot, bell)), at(spot));
            case Part.Plain plain -> outcome(() -> client.executeAsync(message(plain, spot, bell)), at(spot));
            case Part.File file -> outcome(() -> client.executeAsync(document(file.document(), spot, bell)), at(spot));
        };
    }

    Outcome edit(Part.Text text, Place place) {
        EditMessageText edit = edit(text.html(), place);
        edit.setParseMode(ParseMode.HTML);
        text.buttons().ifPresent(edit::setReplyMarkup);
        return outcome(() -> client.executeAsync(edit), done -> place);
    }

    Outcome edit(Part.Plain words, Place place) {
        return outcome(() -> client.executeAsync(edit(words.text(), place)), done -> place);
    }

    private <T> Outcome outcome(Call<T> call, Function<T, Place> place) {
        try {
            return new Outcome.Posted(place.apply(call.begin().get(longest.toMillis(), TimeUnit.MILLISECONDS)));
        } catch (ExecutionException | TelegramApiException | RuntimeException failed) {
            return new Outcome.Failed(Trouble.read(failed));
        } catch (TimeoutException slow) {
            return new Outcome.Failed(new Trouble.Unknown("no answer from Telegram in " + longest.toSeconds() + " s"));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(new Trouble.Unknown("the bot is stopping"));
        }
    }

    private static Function<Message, Place> at(Spot spot) {
        return sent -> new Place(spot.chat(), sent.getMessageId(), spot.topic());
    }

    private static SendMessage message(Part.Text text, Spot spot, Bell bell) {
        SendMessage message = message(text.html(), spot, bell);
        message.setParseMode(ParseMode.HTML);
        text.buttons().ifPresent(message::setReplyMarkup);
        return message;
    }

    private static SendMessage message(Part.Plain plain, Spot spot, Bell bell) {
        return message(plain.text(), spot, bell);
    }

    private static SendMessage message(String text, Spot spot, Bell bell) {
        SendMessage message = new SendMessage(Long.toString(spot.chat()), text);
        message.setMessageThreadId(number(spot.topic()));
        message.setReplyParameters(reply(spot).orElse(null));
        message.setLinkPreviewOptions(bare());
        message.setDisableNotification(silent(bell));
        return message;
    }

    private static SendDocument document(Block.Document document, Spot spot, Bell bell) {
        String name = OutsideText.cut(document.fileName().replaceAll("[/\\\\\"]", "_"), FILE_NAME);
        byte[] bytes = document.text().getBytes(StandardCharsets.UTF_8);
        InputFile file = new InputFile(new ByteArrayInputStream(bytes), name.isBlank() ? "file.txt" : name);
        SendDocument message = new SendDocument(Long.toString(spot.chat()), file);
        message.setMessageThreadId(number(spot.topic()));
        message.setReplyParameters(reply(spot).orElse(null));
        message.setDisableNotification(silent(bell));
        return message;
    }

    private static EditMessageText edit(String text, Place place) {
        EditMessageText edit = EditMessageText.builder()
                .chatId(place.chat())
                .messageId(place.message())
                .text(text)
                .build();
        edit.setLinkPreviewOptions(bare());
        return edit;
    }

    /** What was answered may be deleted at any moment: then Telegram sends the answer by itself. */
    private static Optional<ReplyParameters> reply(Spot spot) {
        return spot.reply().isEmpty()
                ? Optional.empty()
                : Optional.of(ReplyParameters.builder()
                        .messageId(spot.reply().getAsInt())
                        .allowSendingWithoutReply(true)
                        .build());
    }

    private static LinkPreviewOptions bare() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    private static @Nullable Integer number(OptionalInt number) {
        return number.isPresent() ? number.getAsInt() : null;
    }

    private static @Nullable Boolean silent(Bell bell) {
        return bell == Bell.SILENT ? Boolean.TRUE : null;
    }
}

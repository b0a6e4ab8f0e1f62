package dev.tocsin.chat.telegram;

import dev.tocsin.core.notice.Bell;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.PinChatMessage;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.UnpinChatMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** Makes single calls, and waits for Telegram's answer to each. Safe for use by many threads. */
final class Pen {
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

    private interface Call<T> {
        CompletableFuture<T> begin() throws TelegramApiException;
    }

    Outcome write(Part part, Spot spot, Bell bell) {
        return switch (part) {
            case Part.Words words -> outcome(() -> client.executeAsync(Drafts.message(words, spot, bell)), at(spot));
            case Part.Photo photo -> outcome(() -> client.executeAsync(Drafts.photo(photo, spot, bell)), at(spot));
            case Part.File file ->
                outcome(() -> client.executeAsync(Drafts.document(file.document(), spot, bell)), at(spot));
        };
    }

    /** Puts words in the place of a message's words. */
    Outcome edit(Part.Words words, Place place) {
        return outcome(() -> client.executeAsync(Drafts.text(words, place)), done -> place);
    }

    /** Puts words in the place of those under a message's picture. */
    Outcome caption(Part.Words words, Place place) {
        return outcome(() -> client.executeAsync(Drafts.caption(words, place)), done -> place);
    }

    /** Puts a picture and words in the place of all that a message has, be it a picture or words. */
    Outcome edit(Part.Photo photo, Place place) {
        return outcome(() -> client.executeAsync(Drafts.media(photo, place)), done -> place);
    }

    Outcome delete(Place place) {
        DeleteMessage delete = DeleteMessage.builder()
                .chatId(place.chat())
                .messageId(place.message())
                .build();
        return outcome(() -> client.executeAsync(delete), done -> place);
    }

    /** Nobody is told of it. */
    Outcome pin(Place place) {
        PinChatMessage pin = PinChatMessage.builder()
                .chatId(place.chat())
                .messageId(place.message())
                .disableNotification(true)
                .build();
        return outcome(() -> client.executeAsync(pin), done -> place);
    }

    Outcome unpin(Place place) {
        UnpinChatMessage unpin = UnpinChatMessage.builder()
                .chatId(place.chat())
                .messageId(place.message())
                .build();
        return outcome(() -> client.executeAsync(unpin), done -> place);
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
}

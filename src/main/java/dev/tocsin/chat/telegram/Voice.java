package dev.tocsin.chat.telegram;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * Calls of the listening half. What is sent into a chat waits for its turn there, and where Telegram asks for a pause they
 * wait for it; what a passing trouble cuts is sent again, since an answer that is read twice does less harm than one that
 * is not read. Safe for use by many threads, which it blocks.
 */
final class Voice {
    private static final Logger LOG = LoggerFactory.getLogger(Voice.class);
    private static final int TRIES = 4;
    private static final int SERVER = 500;
    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final TelegramClient client;

    /** When something may be sent into a chat, so that notices find room beside it. */
    interface Turn {
        /** What is no message needs none. */
        Turn FREE = new Turn() {
            @Override
            public Optional<Duration> take() {
                return Optional.empty();
            }

            @Override
            public void told(Duration pause) {}
        };

        /** It is about to be sent; or how long to wait first. */
        Optional<Duration> take();

        /** Telegram asks to wait for that long. */
        void told(Duration pause);
    }

    /** A call that Telegram has not taken yet. */
    private interface Call<T> {
        T make() throws TelegramApiException;
    }

    Voice(TelegramClient client) {
        this.client = client;
    }

    /** Empty where it failed. */
    <T extends Serializable, M extends BotApiMethod<T>> Optional<T> send(M method) {
        return send(method, Turn.FREE);
    }

    <T extends Serializable, M extends BotApiMethod<T>> Optional<T> send(M method, Turn turn) {
        return tried(method.getMethod(), turn, () -> client.execute(method));
    }

    Optional<Message> send(SendDocument document, Turn turn) {
        return tried("sendDocument", turn, () -> client.execute(document));
    }

    private static <T> Optional<T> tried(String name, Turn turn, Call<T> call) {
        for (int tries = 1; ; tries++) {
            if (!hasCome(turn)) {
                LOG.info("{} is left out: its turn does not come in {} s", name, LONGEST.toSeconds());
                return Optional.empty();
            }
            try {
                return Optional.of(call.make());
            } catch (TelegramApiException | RuntimeException failed) {
                asked(failed).ifPresent(turn::told);
                Optional<Duration> pause = pause(failed, tries).filter(asked -> asked.compareTo(LONGEST) <= 0);
                if (pause.isEmpty() || tries == TRIES || !rested(pause.get())) {
                    LOG.info("{} came to nothing: {}", name, Trouble.said(failed.toString()));
                    return Optional.empty();
                }
            }
        }
    }

    /** Before the next try; empty where that would fail likewise. */
    private static Optional<Duration> pause(Exception failed, int tries) {
        return switch (failed) {
            case TelegramApiRequestException refusal when isRefusal(refusal) -> asked(refusal);
            case TelegramApiValidationException ours -> Optional.empty();
            case TelegramApiException passing -> Optional.of(SHORTEST.multipliedBy(1L << (2 * (tries - 1))));
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> asked(Exception failed) {
        return failed instanceof TelegramApiRequestException refusal
                ? Optional.ofNullable(refusal.getParameters())
                        .flatMap(more -> Optional.ofNullable(more.getRetryAfter()))
                        .map(Duration::ofSeconds)
                : Optional.empty();
    }

    /** Waits for it, as long as an answer is still worth it. */
    private static boolean hasCome(Turn turn) {
        Duration waited = Duration.ZERO;
        for (Optional<Duration> wait = turn.take(); wait.isPresent(); wait = turn.take()) {
            waited = waited.plus(wait.get());
            if (waited.compareTo(LONGEST) > 0 || !rested(wait.get())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRefusal(TelegramApiRequestException refusal) {
        Integer code = refusal.getErrorCode();
        return code != null && code > 0 && code < SERVER;
    }

    private static boolean rested(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package dev.tocsin.chat.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** One run of the library's polling, with a thread and a client of its own, which end with it. */
final class PollSession implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PollSession.class);
    private static final List<String> KINDS =
            List.of("message", "channel_post", "callback_query", "my_chat_member", "chat_member");
    /** Updates in one answer. */
    static final int MOST = 100;
    /** Seconds of a poll that is to show whether Telegram answers at all. */
    private static final int SHORT = 1;

    private static final int LEAVING_MILLIS = 5_000;
    private static final int STEP_MILLIS = 50;

    private final Account account;
    private final PollLine line;
    private final Pauses pauses;
    private final Offset offset;
    private final LongPollingUpdateConsumer consumer;
    private final OkHttpClient http;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("telegram-poll").daemon().factory());
    private final TelegramBotsLongPollingApplication library;
    private volatile @Nullable BotSession session;
    /** Polls that ask for one update alone, after an answer that could not be read. */
    private int narrow;

    PollSession(Account account, PollLine line, Pauses pauses, Offset offset, LongPollingUpdateConsumer consumer) {
        this.account = account;
        this.line = line;
        this.pauses = pauses;
        this.offset = offset;
        this.consumer = consumer;
        this.http = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(account.waits().poll().plus(Waits.GRACE))
                .addInterceptor(line)
                .build();
        this.library =
                new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> http, () -> thread, () -> pauses);
    }

    /** Throws where Telegram does not answer, or not well. */
    void begin() throws TelegramApiException {
        session = library.registerBot(account.token().reveal(), account::url, last -> poll(), this::consume);
    }

    /** Whether it has ended by itself; the library does not notice. */
    boolean isOver() {
        BotSession now = session;
        return now != null
                && (!now.isRunning()
                        || now.getRunningPolling().isDone()
                        || line.said() instanceof PollLine.Said.Webhook);
    }

    private GetUpdates poll() {
        pauses.over();
        narrow = Math.max(0, narrow - 1);
        if (pauses.takeUnread()
                && line.said() instanceof PollLine.Said.Answer(OptionalInt first)
                && first.isPresent()) {
            narrowed(first.getAsInt());
        }
        return GetUpdates.builder()
                .offset(offset.next())
                .limit(narrow > 0 ? 1 : MOST)
                .timeout(
                        pauses.way() == Pauses.Way.OPEN
                                ? (int) account.waits().poll().toSeconds()
                                : SHORT)
                .allowedUpdates(KINDS)
                .build();
    }

    /** First its neighbours are let through one by one, then it is left out itself. */
    private void narrowed(int first) {
        if (narrow > 0) {
            LOG.warn("update {} of Telegram cannot be read; it is left out", first);
            offset.skip(first);
        }
        narrow = MOST;
    }

    private void consume(List<Update> updates) {
        if (updates.isEmpty()) {
            // The library has thrown away what has lower ids than before; ids start anew.
            BotSession now = session;
            if (now != null) {
                now.getLastReceivedUpdate().set(0);
            }
            return;
        }
        consumer.consume(updates);
    }

    @Override
    public void close() {
        try {
            library.close();
        } catch (Exception failed) {
            LOG.warn("polling did not end well: {}", Trouble.said(failed.toString()));
        }
        thread.shutdownNow();
        http.dispatcher().executorService().shutdown();
        try {
            // A poll may begin after those under way were ended.
            for (int waited = 0; waited < LEAVING_MILLIS; waited += STEP_MILLIS) {
                http.dispatcher().cancelAll();
                if (thread.awaitTermination(STEP_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        http.connectionPool().evictAll();
    }
}

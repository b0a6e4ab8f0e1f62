package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.interfaces.BackOff;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** A plain TelegramBots on a fake Telegram, with every update it told. */
final class PlainBot implements AutoCloseable {
    /** Seconds that a poll waits. */
    private static final int POLL = 30;

    private final FakeTelegram telegram;
    private final TelegramUrl url;
    private final OkHttpClient http = new OkHttpClient.Builder()
            .retryOnConnectionFailure(false)
            .readTimeout(Duration.ofSeconds(POLL + 10L))
            .build();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private final TelegramBotsLongPollingApplication polling =
            new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> http, () -> thread, AtOnce::new);
    private final List<Update> updates = new CopyOnWriteArrayList<>();

    PlainBot(FakeTelegram telegram) {
        this.telegram = telegram;
        url = TelegramUrl.builder()
                .schema("http")
                .host("127.0.0.1")
                .port(telegram.port())
                .build();
    }

    /** After an error the next poll follows without a pause worth the name. */
    private static final class AtOnce implements BackOff {
        @Override
        public void reset() {}

        @Override
        public long nextBackOffMillis() {
            return 5;
        }
    }

    OkHttpTelegramClient client() {
        return new OkHttpTelegramClient(http, telegram.token(), url);
    }

    /** A client that sends what it likes again by itself. */
    OkHttpTelegramClient stubborn() {
        return new OkHttpTelegramClient(new OkHttpClient(), telegram.token(), url);
    }

    OkHttpTelegramClient client(String token) {
        return new OkHttpTelegramClient(http, token, url);
    }

    BotSession poll(String... kinds) throws TelegramApiException {
        return poll(updates::addAll, kinds);
    }

    BotSession poll(LongPollingUpdateConsumer consumer, String... kinds) throws TelegramApiException {
        return polling.registerBot(
                telegram.token(),
                () -> url,
                last -> GetUpdates.builder()
                        .offset(last + 1)
                        .timeout(POLL)
                        .allowedUpdates(List.of(kinds))
                        .build(),
                consumer);
    }

    void stopPolling() throws TelegramApiException {
        polling.unregisterBot(telegram.token());
    }

    List<Update> updates() {
        return List.copyOf(updates);
    }

    /** At least that many; waits for them. */
    List<Update> updates(int least) {
        telegram.await(Duration.ofSeconds(10), "not " + least + " updates: " + updates, () -> updates.size() >= least);
        return updates();
    }

    @Override
    public void close() {
        try {
            polling.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        List<Runnable> left = thread.shutdownNow();
        assert left != null;
        http.dispatcher().executorService().shutdownNow();
        http.connectionPool().evictAll();
    }
}

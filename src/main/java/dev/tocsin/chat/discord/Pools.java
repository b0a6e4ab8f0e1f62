package dev.tocsin.chat.discord;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import okhttp3.OkHttpClient;

/** The threads and connections of one login; JDA leaves its own behind when a login fails. Safe for use by many threads. */
final class Pools implements AutoCloseable {
    /** The longest a request takes, with the connection; the outbox waits for it. */
    static final Duration LONGEST = Duration.ofSeconds(20);

    /** Stays open: an answer that comes late must find somebody to hear it, and idle it has no thread. */
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final ScheduledExecutorService gateway = scheduler("discord-gateway");
    private final ScheduledExecutorService queue = scheduler("discord-queue");
    private final OkHttpClient http;

    Pools(Limits limits) {
        http = new OkHttpClient.Builder()
                .callTimeout(LONGEST)
                .addInterceptor(limits)
                .addInterceptor(new Wire())
                .addNetworkInterceptor(Wire::leaving)
                .build();
    }

    void give(DefaultShardManagerBuilder to) {
        to.setHttpClient(http)
                .setEventPool(threads, false)
                .setCallbackPool(threads, false)
                .setRateLimitElastic(threads, false)
                .setRateLimitScheduler(queue, false)
                .setGatewayPool(gateway, false);
    }

    @Override
    public void close() {
        gateway.shutdownNow();
        queue.shutdownNow();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private static ScheduledExecutorService scheduler(String name) {
        return Executors.newScheduledThreadPool(
                1, Thread.ofPlatform().daemon().name(name).factory());
    }
}

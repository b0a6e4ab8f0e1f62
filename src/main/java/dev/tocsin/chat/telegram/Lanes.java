package dev.tocsin.chat.telegram;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work in order within a lane, and lanes beside each other. Safe for use by many threads. */
final class Lanes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration LEAVING = Duration.ofSeconds(2);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, CompletableFuture<Void>> ends = new ConcurrentHashMap<>();

    /** Does the work when all that came before in the lane is done; what it throws is logged. */
    CompletableFuture<Void> run(String lane, Runnable work) {
        try {
            CompletableFuture<Void> end = ends.compute(
                    lane,
                    (name, before) -> (before == null ? CompletableFuture.<Void>completedFuture(null) : before)
                            .thenRunAsync(() -> guarded(work), threads));
            return end.whenComplete((done, failed) -> ends.remove(lane, end));
        } catch (RejectedExecutionException closing) {
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Does the work at once. */
    void beside(Runnable work) {
        try {
            threads.execute(() -> guarded(work));
        } catch (RejectedExecutionException closing) {
            LOG.debug("nothing is begun any more");
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException bug) {
            LOG.error("something from Telegram was not answered for a fault of ours", bug);
        }
    }

    /** Lets what is under way end for some seconds, and then ends it. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LEAVING.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                if (!threads.awaitTermination(LEAVING.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warn("Telegram was left with something unfinished");
                }
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

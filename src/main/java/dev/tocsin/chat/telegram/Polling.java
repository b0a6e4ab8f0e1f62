package dev.tocsin.chat.telegram;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * Polling that goes on: begun until it is under way, watched from then on, and begun anew where it has stopped. Safe for use
 * by many threads.
 */
final class Polling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Polling.class);
    private static final Duration LEAVING = Duration.ofSeconds(3);

    private final Supplier<PollSession> sessions;
    private final Pauses pauses;
    private final PollLine line;
    private final Waits waits;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("telegram-watch").daemon().factory());
    private volatile @Nullable PollSession session;
    private long seen;
    private int quiet;
    private volatile Life life = Life.OPEN;

    private enum Life {
        OPEN,
        CLOSED
    }

    /**
     * Polling that has not begun.
     *
     * @param sessions makes one that has not begun either
     */
    Polling(Supplier<PollSession> sessions, Pauses pauses, PollLine line, Waits waits) {
        this.sessions = sessions;
        this.pauses = pauses;
        this.line = line;
        this.waits = waits;
    }

    /** Begins in the background. */
    void start() {
        watch.execute(this::begin);
        long look = waits.look().toMillis();
        Future<?> _ = watch.scheduleWithFixedDelay(this::look, look, look, TimeUnit.MILLISECONDS);
    }

    private synchronized void begin() {
        if (life == Life.CLOSED) {
            return;
        }
        PollSession next = sessions.get();
        session = next;
        quiet = 0;
        try {
            next.begin();
        } catch (TelegramApiException | RuntimeException failed) {
            next.close();
            session = null;
            Future<?> _ = watch.schedule(this::begin, pauses.next().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Begins it anew where it has stopped; called once in each {@link Waits#look}. */
    void look() {
        try {
            PollSession now = session;
            if (life == Life.OPEN && now != null && hasStopped(now)) {
                LOG.warn("polling of Telegram has stopped; it is begun anew");
                now.close();
                begin();
            }
        } catch (RuntimeException bug) {
            LOG.error("the watch over polling failed with a fault of ours", bug);
        }
    }

    private boolean hasStopped(PollSession now) {
        long turns = line.turns();
        boolean still = turns == seen && pauses.rest() == Pauses.Rest.OVER;
        seen = turns;
        quiet = still ? quiet + 1 : 0;
        return now.isOver() || quiet >= Waits.QUIET;
    }

    /** Ends it within some seconds; no thread is left. */
    @Override
    public void close() {
        life = Life.CLOSED;
        watch.shutdownNow();
        PollSession now = session;
        if (now != null) {
            now.close();
        }
        try {
            if (!watch.awaitTermination(LEAVING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("the watch over polling did not end");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        // One that was begun meanwhile.
        PollSession late = session;
        if (late != null && !late.equals(now)) {
            late.close();
        }
    }
}

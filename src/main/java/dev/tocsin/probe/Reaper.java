package dev.tocsin.probe;

import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes sockets whose look has run out of time: what is read byte by byte has no other end. Owns one thread. */
final class Reaper implements AutoCloseable {
    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("look-deadlines").factory());

    Reaper() {
        executor.setRemoveOnCancelPolicy(true);
    }

    /** A watch over one socket; closing the watch ends it and leaves the socket as it is. */
    record Watch(ScheduledFuture<?> end) implements AutoCloseable {
        @Override
        public void close() {
            end.cancel(false);
        }
    }

    Watch watch(Socket socket, Duration left) {
        return new Watch(executor.schedule(() -> Dial.close(socket), left.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}

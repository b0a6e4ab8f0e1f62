package dev.tocsin.probe;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a look lets time pass. */
@FunctionalInterface
interface IcmpPace {
    /** Waits until this is done, however it ends, or that time is over. */
    void await(CompletableFuture<?> done, Duration most) throws IOException;

    /** Blocks the calling thread. */
    static void real(CompletableFuture<?> done, Duration most) throws IOException {
        try {
            done.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException itself) {
            // Whoever waits looks at what there is by then.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the look was interrupted");
        }
    }
}

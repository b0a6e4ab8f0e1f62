package dev.tocsin.engine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of its own for one step that is done again whenever it is woken, and now and then anyway. */
final class Loop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

    private final Runnable step;
    private final Duration idle;
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    /**
     * A loop that has not started.
     *
     * @param idle longest pause between two steps
     */
    Loop(String name, Duration idle, Runnable step) {
        this.step = step;
        this.idle = idle;
        this.thread = Thread.ofPlatform().name("tocsin-" + name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    /** Ends the loop after one last step; waits for it, at most two seconds. */
    @Override
    public void close() {
        closed = true;
        wakes.release();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean last = false;
        while (!last) {
            last = closed;
            once();
            if (!last) {
                pause();
            }
        }
    }

    private void once() {
        try {
            step.run();
        } catch (RuntimeException bug) {
            LOG.error("a step of {} failed with a fault of ours", thread.getName(), bug);
        }
    }

    private void pause() {
        try {
            if (wakes.tryAcquire(idle.toMillis(), TimeUnit.MILLISECONDS)) {
                wakes.drainPermits();
            }
        } catch (InterruptedException ignored) {
            closed = true;
        }
    }
}

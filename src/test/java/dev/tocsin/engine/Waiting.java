package dev.tocsin.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads whose looks take virtual time: each runs on a thread of its own and may wait for an instant of a {@link TestTime},
 * which is moved only while all of them wait or are done.
 */
final class Waiting extends AbstractExecutorService {
    private record Sleeper(Instant until, CompletableFuture<Void> end) {}

    private final TestTime time;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger running = new AtomicInteger();
    private final PriorityQueue<Sleeper> sleepers =
            new PriorityQueue<>((one, other) -> one.until().compareTo(other.until()));

    Waiting(TestTime time) {
        this.time = time;
    }

    /** Blocks the calling look for so much virtual time. */
    void take(Duration length) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        synchronized (sleepers) {
            sleepers.add(new Sleeper(time.now().plus(length), end));
        }
        running.decrementAndGet();
        end.join();
    }

    /** Wakes whoever has waited long enough, and waits until nobody runs. */
    void settle() {
        rest();
        for (List<Sleeper> due = due(); !due.isEmpty(); due = due()) {
            running.addAndGet(due.size());
            due.forEach(one -> one.end().complete(null));
            rest();
        }
    }

    private List<Sleeper> due() {
        synchronized (sleepers) {
            List<Sleeper> due = sleepers.stream()
                    .filter(one -> !one.until().isAfter(time.now()))
                    .toList();
            sleepers.removeAll(due);
            return due;
        }
    }

    private void rest() {
        while (running.get() > 0) {
            LockSupport.parkNanos(10_000);
        }
    }

    @Override
    public void execute(Runnable task) {
        running.incrementAndGet();
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                running.decrementAndGet();
            }
        });
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }
}

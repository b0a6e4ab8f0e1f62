package dev.tocsin.engine;

import dev.tocsin.core.observe.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Where looks wait to be written, off the path of probing: putting one in never blocks. When the store is away for
 * long, the oldest are given up and counted. Many threads put in; one flushes.
 */
final class LookSink {
    /** About ten minutes of 200 looks a second, some 60 MB. */
    static final int MOST_WAITING = 120_000;

    static final int BATCH = 500;

    private final ObservationLog log;
    private final Consumer<StoreNews> news;
    private final ConcurrentLinkedQueue<Observation> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong lost = new AtomicLong();
    private List<Observation> batch = List.of();

    LookSink(ObservationLog log, Consumer<StoreNews> news) {
        this.log = log;
        this.news = news;
    }

    void put(Observation observation) {
        queue.add(observation);
        if (waiting.incrementAndGet() > MOST_WAITING && queue.poll() != null) {
            waiting.decrementAndGet();
            lost.incrementAndGet();
        }
    }

    long unsaved() {
        return waiting.get();
    }

    long lost() {
        return lost.get();
    }

    /** Writes everything that waits, batch by batch; stops at the first trouble and keeps what was not written. */
    void flush() {
        while (!next().isEmpty()) {
            try {
                log.append(batch);
            } catch (StoreUnavailable trouble) {
                news.accept(new StoreNews.Failing("looks", trouble.text()));
                return;
            } catch (RuntimeException bug) {
                lost.addAndGet(batch.size());
                news.accept(new StoreNews.Failing("looks", "A batch of looks could not be written: " + bug));
                drop();
                return;
            }
            drop();
            news.accept(new StoreNews.Working("looks"));
        }
    }

    private List<Observation> next() {
        if (batch.isEmpty()) {
            List<Observation> taken = new ArrayList<>();
            Observation one;
            while (taken.size() < BATCH && (one = queue.poll()) != null) {
                taken.add(one);
            }
            batch = taken;
        }
        return batch;
    }

    private void drop() {
        waiting.addAndGet(-batch.size());
        batch = List.of();
    }
}

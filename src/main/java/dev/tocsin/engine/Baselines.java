package dev.tocsin.engine;

import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.LatencyTally;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How long answers of failing targets took on the day before, read from the store when they begin to fail, one at a time
 * and off everybody's path: whoever asks before it is read, or while the store is away, is told that it is not known.
 * Safe for use by many threads.
 */
final class Baselines {
    private static final Duration DAY = Duration.ofDays(1);
    /** The median of fewer answers is none. */
    static final int FEWEST = 30;

    private final Archive archive;
    private final Executor executor;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<TargetId, Usual> known = new ConcurrentHashMap<>();

    private record Usual(Instant onset, Optional<Duration> median) {}

    Baselines(Archive archive, Executor executor) {
        this.archive = archive;
        this.executor = executor;
    }

    /** Has it read what was usual for this target on the day before its onset. Returns at once. */
    void ask(Target target, Instant onset) {
        known.put(target.id(), new Usual(onset, Optional.empty()));
        try {
            executor.execute(() -> read(target, onset));
        } catch (RejectedExecutionException closing) {
            known.remove(target.id());
        }
    }

    /** The median time of an answer on the day before this onset, where it is known by now. */
    Optional<Duration> median(TargetId target, Instant onset) {
        return Optional.ofNullable(known.get(target))
                .filter(usual -> usual.onset().equals(onset))
                .flatMap(Usual::median);
    }

    void forget(TargetId target) {
        known.remove(target);
    }

    private void read(Target target, Instant onset) {
        turn.lock();
        try {
            History day = archive.history(
                    new HistoryQuery(target.id(), target.pace().every(), onset.minus(DAY), onset, Grain.HOUR));
            LatencyTally latencies = new LatencyTally();
            day.rollups().forEach(rollup -> latencies.add(rollup.latencies()));
            long answers = day.rollups().stream()
                    .mapToLong(rollup -> rollup.counts().working())
                    .sum();
            if (answers >= FEWEST) {
                known.computeIfPresent(
                        target.id(),
                        (id, usual) -> usual.onset().equals(onset)
                                ? new Usual(onset, Optional.of(latencies.percentile(.5)))
                                : usual);
            }
        } catch (StoreUnavailable away) {
            // It stays unknown, and whoever tells of the store's troubles tells of this one as well.
        } finally {
            turn.unlock();
        }
    }
}

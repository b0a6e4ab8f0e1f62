package dev.tocsin.engine;

import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Which target falls due when, in shards that do not wait for one another. Safe for use by many threads. */
final class LookPlan {
    /** Targets looked at less often than this get a first look within it, so that nobody waits a day for a status. */
    static final Duration FIRST_LOOK_WITHIN = Duration.ofMinutes(1);

    /** Held for writing while targets go from one shard to another, else for reading. */
    private final ReadWriteLock dealing = new ReentrantReadWriteLock();

    private volatile List<Shard> shards;

    LookPlan(int shards) {
        this.shards = shards(shards);
    }

    /** Why a look is due. */
    enum Kind {
        /** By the target's own interval. */
        REGULAR,
        /** Sooner, because a detector or a person asked. */
        AGAIN
    }

    /**
     * A look that is due.
     *
     * @param at when it was due
     * @param missed regular looks before it that fell due and can no longer be made
     */
    record DueLook(TargetId target, Instant at, Kind kind, long missed) {}

    int shards() {
        return shards.size();
    }

    /** Deals the targets to so many shards; each keeps its place in time. */
    void resize(int wanted) {
        holding(dealing.writeLock(), before -> {
            if (before.size() != wanted) {
                List<Shard> next = shards(wanted);
                before.forEach(shard -> shard.giveUp(target -> shardOf(target, next)));
                shards = next;
            }
            return wanted;
        });
    }

    /** Plans exactly these targets; those whose interval did not change keep their place. */
    void replan(Map<TargetId, Pace> paces, Instant now) {
        holding(dealing.readLock(), all -> {
            Map<Integer, Map<TargetId, Pace>> wanted = new HashMap<>();
            paces.forEach((target, pace) -> wanted.computeIfAbsent(
                            LookTimes.share(target, all.size()), ignored -> new HashMap<>())
                    .put(target, pace));
            for (int i = 0; i < all.size(); i++) {
                all.get(i).replan(wanted.getOrDefault(i, Map.of()), now);
            }
            return all;
        });
    }

    /** Looks at a planned target once more, no earlier than {@code at}; a sooner wish that stands already stays. */
    void lookAgain(TargetId target, Instant at) {
        holding(dealing.readLock(), all -> {
            shardOf(target, all).lookAgain(target, at);
            return all;
        });
    }

    /** Takes what fell due; nothing where there is no such shard any more. */
    List<DueLook> due(int shard, Instant now) {
        return holding(
                dealing.readLock(), all -> shard < all.size() ? all.get(shard).due(now) : List.<DueLook>of());
    }

    /** When the next look falls due; empty where none is planned. */
    Optional<Instant> next() {
        return holding(
                dealing.readLock(),
                all -> all.stream().flatMap(shard -> shard.next().stream()).min(Comparator.naturalOrder()));
    }

    /** Plans everything anew from this instant: the clock was set, so what stood in the plan means nothing. */
    void realign(Instant now) {
        holding(dealing.readLock(), all -> {
            all.forEach(shard -> shard.realign(now));
            return all;
        });
    }

    private <T> T holding(Lock lock, Function<List<Shard>, T> step) {
        lock.lock();
        try {
            return step.apply(shards);
        } finally {
            lock.unlock();
        }
    }

    private static List<Shard> shards(int count) {
        return IntStream.range(0, count).mapToObj(index -> new Shard()).toList();
    }

    private static Shard shardOf(TargetId target, List<Shard> shards) {
        return shards.get(LookTimes.share(target, shards.size()));
    }
}

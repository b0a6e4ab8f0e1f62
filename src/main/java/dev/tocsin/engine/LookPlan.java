package dev.tocsin.engine;

import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which target falls due when, in shards that do not wait for one another. Safe for use by many threads. */
final class LookPlan {
    /** Targets looked at less often than this get a first look within it, so that nobody waits a day for a status. */
    static final Duration FIRST_LOOK_WITHIN = Duration.ofMinutes(1);

    private final List<Shard> shards;

    LookPlan(int shards) {
        this.shards = IntStream.range(0, shards).mapToObj(index -> new Shard()).toList();
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

    /** Plans exactly these targets; those whose pace did not change keep their place. */
    void replan(Map<TargetId, Pace> paces, Instant now) {
        List<Map<TargetId, Pace>> byShard = new ArrayList<>();
        shards.forEach(shard -> byShard.add(new java.util.HashMap<>()));
        paces.forEach((target, pace) -> byShard.get(indexOf(target)).put(target, pace));
        for (int i = 0; i < shards.size(); i++) {
            shards.get(i).replan(byShard.get(i), now);
        }
    }

    /** Looks at a planned target once more, no earlier than {@code at}; a sooner wish that stands already stays. */
    void lookAgain(TargetId target, Instant at) {
        shards.get(indexOf(target)).lookAgain(target, at);
    }

    /** Takes what fell due. */
    List<DueLook> due(int shard, Instant now) {
        return shards.get(shard).due(now);
    }

    /** Plans everything anew from this instant: the clock was set, so what stood in the plan means nothing. */
    void realign(Instant now) {
        shards.forEach(shard -> shard.realign(now));
    }

    private int indexOf(TargetId target) {
        return LookTimes.share(target, shards.size());
    }
}

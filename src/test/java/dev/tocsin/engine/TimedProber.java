package dev.tocsin.engine;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Passes looks on, and holds the beginning of those at some targets against when they were due by their interval alone.
 * A look that is later than an interval counts as on time for the next: see what was missed.
 */
public final class TimedProber implements Prober {
    private final Prober prober;
    private final InstantSource clock;
    private final IdentityHashMap<Check, Target> timed = new IdentityHashMap<>();
    private final Lateness lateness = new Lateness();

    public TimedProber(Prober prober, InstantSource clock, List<Target> timed) {
        this.prober = prober;
        this.clock = clock;
        timed.forEach(target -> this.timed.put(target.check(), target));
    }

    @Override
    public Finding look(Check check, Reach reach, Duration timeout) {
        Target target = timed.get(check);
        if (target != null) {
            Instant now = clock.instant();
            Duration every = target.pace().every();
            Instant due = LookTimes.nextAfter(target.id(), every, now).minus(every);
            lateness.record(Duration.between(due, now), now);
        }
        return prober.look(check, reach, timeout);
    }

    /** How late half of the timed looks of the last minute began, at most. */
    public Duration p50() {
        return lateness.p50(clock.instant());
    }

    /** How late 99 % of them did, at most. */
    public Duration p99() {
        return lateness.p99(clock.instant());
    }
}

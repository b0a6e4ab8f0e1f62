package dev.tocsin.core.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was measured of a target in one second, minute, hour or day. A look is counted where it began; the time it speaks
 * for, until the next look and at most one and a half intervals, is counted where it passes. So roll-ups of adjacent
 * times add up to that of both, exactly. What is unjudged is counted as a look and speaks for no time.
 *
 * @param at where the time begins
 * @param working measured time in which the service worked
 * @param failing measured time in which it did not
 * @param latencies of the looks at which it worked
 */
public record Rollup(Instant at, Counts counts, Duration working, Duration failing, Latencies latencies) {
    public Rollup {
        if (working.isNegative() || failing.isNegative() || latencies.count() != counts.working()) {
            throw new IllegalArgumentException("times are not negative, and every look that worked has a latency");
        }
    }

    /** All of them as one. */
    public static Rollup sum(Instant at, List<Rollup> parts) {
        Counts counts = Counts.NONE;
        Duration working = Duration.ZERO;
        Duration failing = Duration.ZERO;
        LatencyTally latencies = new LatencyTally();
        for (Rollup part : parts) {
            counts = counts.plus(part.counts);
            working = working.plus(part.working);
            failing = failing.plus(part.failing);
            latencies.add(part.latencies);
        }
        return new Rollup(at, counts, working, failing, latencies.taken());
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.core.history.Counts;
import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.LatencyTally;
import dev.tocsin.core.history.Rollup;
import dev.tocsin.engine.History;
import java.time.Duration;
import java.time.Instant;

/**
 * Uptime, strip and latency of one target over a time.
 *
 * @param from where the time begins that the figures are about
 * @param latencies how long the looks took at which it worked
 */
record HistoryFigures(Instant from, Counts counts, Uptime uptime, LatencyTally latencies, String strip) {
    /** The coarsest grain of which a strip of so long a time can be made. */
    static Grain grain(Duration window) {
        return Grain.within(window.dividedBy(Strip.SLICES));
    }

    static HistoryFigures of(History history) {
        Counts counts = Counts.NONE;
        Duration up = Duration.ZERO;
        Duration down = Duration.ZERO;
        LatencyTally latencies = new LatencyTally();
        Strip strip = new Strip(history.from(), history.until());
        for (Rollup rollup : history.rollups()) {
            counts = counts.plus(rollup.counts());
            up = up.plus(rollup.working());
            down = down.plus(rollup.failing());
            latencies.add(rollup.latencies());
            strip.mark(rollup);
        }
        Uptime uptime = new Uptime(up, down, Duration.between(history.from(), history.until()));
        return new HistoryFigures(history.from(), counts, uptime, latencies, strip.drawn());
    }
}

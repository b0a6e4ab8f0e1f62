package dev.tocsin.core.history;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Rolls looks up as they pass by, in memory that does not grow with their number. The same looks give the same roll-ups.
 * Used by one thread: {@link #look} for each look, oldest first, then {@link #end} once.
 */
public final class Rolling {
    private final Grain grain;
    private final long from;
    private final long until;
    private final long longest;
    private final Consumer<Rollup> rolled;
    private final LatencyTally latencies = new LatencyTally();
    private long cell = Long.MIN_VALUE;
    private Counts counts = Counts.NONE;
    private long working;
    private long failing;
    private Judged last = Judged.UNJUDGED;
    private long lastAt;

    /**
     * Rolls up what is within {@code [from, until)}.
     *
     * @param every from one look to the next; a look speaks for one and a half of these at most
     * @param rolled takes the roll-ups, oldest first; none of a time in which nothing was measured
     */
    public Rolling(Grain grain, Instant from, Instant until, Duration every, Consumer<Rollup> rolled) {
        this.grain = grain;
        this.from = from.toEpochMilli();
        this.until = until.toEpochMilli();
        this.longest = longest(every).toMillis();
        this.rolled = rolled;
    }

    /** The longest time that one look speaks for. */
    public static Duration longest(Duration every) {
        return every.multipliedBy(3).dividedBy(2);
    }

    /**
     * Takes a look; those before the time are not counted, and the last of them may speak for its beginning.
     *
     * @param at its beginning, milliseconds since the epoch
     * @param micros how long it took, microseconds
     */
    public void look(long at, Judged judged, long micros) {
        speakUntil(at);
        last = judged;
        lastAt = at;
        if (at < from || at >= until) {
            return;
        }
        open(at);
        counts = counts.plus(judged);
        if (judged == Judged.UP || judged == Judged.DEGRADED) {
            latencies.add(micros);
        }
    }

    /** The last look speaks until the end of the time. */
    public void end() {
        speakUntil(until);
        close();
        last = Judged.UNJUDGED;
    }

    private void speakUntil(long next) {
        if (last == Judged.UNJUDGED) {
            return;
        }
        long begin = Math.max(lastAt, from);
        long end = Math.min(until, Math.min(next, lastAt + longest));
        while (begin < end) {
            open(begin);
            long stop = Math.min(end, cell + grain.length().toMillis());
            if (last == Judged.DOWN) {
                failing += stop - begin;
            } else {
                working += stop - begin;
            }
            begin = stop;
        }
    }

    private void open(long at) {
        long begin = grain.floor(at);
        if (begin != cell) {
            close();
            cell = begin;
        }
    }

    private void close() {
        if (counts.looks() > 0 || working + failing > 0) {
            rolled.accept(new Rollup(
                    Instant.ofEpochMilli(cell),
                    counts,
                    Duration.ofMillis(working),
                    Duration.ofMillis(failing),
                    latencies.taken()));
        }
        counts = Counts.NONE;
        working = 0;
        failing = 0;
    }
}

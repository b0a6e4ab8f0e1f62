package dev.tocsin.command.builtin;

import dev.tocsin.engine.LookTally;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Uptime, strip and latency of one target over a time, counted while the looks pass by: its memory does not grow with
 * their number. A look speaks for the time until the next, at most one and a half intervals. Used by one thread.
 */
final class HistoryFigures implements LookTally {
    private static final long NANOS = 1_000_000;

    private final Duration window;
    private final long until;
    private final long longest;
    private final Strip strip;
    private final Latencies latencies = new Latencies();
    private long looks;
    private long up;
    private long down;
    private long lastAt;
    private Judged last = Judged.UNJUDGED;

    private HistoryFigures(Duration every, Instant from, Instant until) {
        this.window = Duration.between(from, until);
        this.until = until.toEpochMilli();
        this.longest = every.multipliedBy(3).dividedBy(2).toNanos();
        this.strip = new Strip(from.toEpochMilli(), this.until);
    }

    /**
     * Counts what a source tells.
     *
     * @param source gives the looks of {@code [from, until)}, oldest first, to the tally it gets
     * @param every the target's interval
     */
    static HistoryFigures of(Consumer<LookTally> source, Duration every, Instant from, Instant until) {
        HistoryFigures figures = new HistoryFigures(every, from, until);
        source.accept(figures);
        figures.speakUntil(figures.until);
        return figures;
    }

    @Override
    public void count(long at, Judged judged, long total) {
        speakUntil(at);
        if (judged == Judged.WORKING) {
            latencies.add(total);
        }
        lastAt = at;
        last = judged;
        looks++;
    }

    long looks() {
        return looks;
    }

    Uptime uptime() {
        return new Uptime(Duration.ofNanos(up), Duration.ofNanos(down), window);
    }

    /** How long the working looks took. */
    Latencies latencies() {
        return latencies;
    }

    String strip() {
        return strip.drawn();
    }

    /** The last look, if there was one, speaks until the next. */
    private void speakUntil(long next) {
        if (looks == 0 || last == Judged.UNJUDGED) {
            return;
        }
        long spoken = Math.min((next - lastAt) * NANOS, longest);
        strip.mark(last, lastAt, lastAt + Math.floorDiv(spoken, NANOS));
        if (last == Judged.WORKING) {
            up += spoken;
        } else {
            down += spoken;
        }
    }
}

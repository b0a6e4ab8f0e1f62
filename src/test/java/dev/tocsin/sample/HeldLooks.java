package dev.tocsin.sample;

import dev.tocsin.core.history.Counts;
import dev.tocsin.core.history.Judged;
import dev.tocsin.core.observe.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What looks held in memory come to, by the plain definition that everything else must meet: a look counts where it
 * began, and speaks until the next one, at most one and a half intervals.
 *
 * @param looks oldest first
 */
public record HeldLooks(List<Observation> looks, Duration every) {
    public HeldLooks {
        looks = looks.stream().sorted(Comparator.comparing(Observation::at)).toList();
    }

    /** Looks that began in {@code [from, until)}. */
    public List<Observation> within(Instant from, Instant until) {
        return looks.stream()
                .filter(look -> !look.at().isBefore(from) && look.at().isBefore(until))
                .toList();
    }

    public Counts counts(Instant from, Instant until) {
        Counts counts = Counts.NONE;
        for (Observation look : within(from, until)) {
            counts = counts.plus(Judged.of(look.outcome()));
        }
        return counts;
    }

    /** Measured time of {@code [from, until)} in which the service worked. */
    public Duration working(Instant from, Instant until) {
        return spoken(from, until, Judged.UP).plus(spoken(from, until, Judged.DEGRADED));
    }

    public Duration failing(Instant from, Instant until) {
        return spoken(from, until, Judged.DOWN);
    }

    /** How long the looks took at which it worked, the shortest first. */
    public List<Duration> latencies(Instant from, Instant until) {
        return within(from, until).stream()
                .filter(look -> look.outcome().isWorking())
                .map(look -> look.finding().timings().total())
                .sorted()
                .toList();
    }

    /** The smallest value that at least this share of all values does not exceed. */
    public static Duration percentile(List<Duration> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.clamp(rank, 1, sorted.size()) - 1);
    }

    private Duration spoken(Instant from, Instant until, Judged judged) {
        Duration sum = Duration.ZERO;
        for (int i = 0; i < looks.size(); i++) {
            Instant at = looks.get(i).at();
            Instant next = i + 1 < looks.size() ? looks.get(i + 1).at() : Instant.MAX;
            Instant silent = at.plus(every.multipliedBy(3).dividedBy(2));
            Instant begin = later(at, from);
            Instant end = earlier(until, earlier(next, silent));
            if (Judged.of(looks.get(i).outcome()) == judged && begin.isBefore(end)) {
                sum = sum.plus(Duration.between(begin, end));
            }
        }
        return sum;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}

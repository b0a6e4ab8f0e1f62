package dev.tocsin.core.cause;

import dev.tocsin.core.detect.Onset;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one failing target fails. What is empty was not measured, and speaks neither for nor against anything.
 *
 * @param since judged looks that failed since the onset, of all of them
 * @param signs how the failed ones failed, each counted
 * @param latest what the newest look came to
 * @param relapses times it answered since the onset and then failed again
 * @param before judged looks shortly before the onset that failed, of all of those
 * @param slowdown the median time of the last five answers before the onset, as a multiple of the usual one
 * @param certificateUntil the end of the certificate that was shown since the onset
 * @param page what the answer's page is
 */
public record Symptoms(
        Onset onset,
        Tally since,
        Map<Sign, Integer> signs,
        Latest latest,
        int relapses,
        Optional<Tally> before,
        Optional<Double> slowdown,
        Optional<Instant> certificateUntil,
        Optional<Page> page,
        Naming naming) {
    /** Answers of which the median is taken. */
    static final int ANSWERS = 5;

    public Symptoms {
        EnumMap<Sign, Integer> copy = new EnumMap<>(Sign.class);
        copy.putAll(signs);
        signs = Collections.unmodifiableMap(copy);
    }

    public enum Latest {
        ANSWERED,
        FAILED
    }

    public enum Page {
        /** It says that the service is being worked on. */
        OF_MAINTENANCE,
        ANOTHER
    }

    /**
     * What is seen when an outage begins.
     *
     * @param earlier looks before the onset, in any order; about ten
     */
    public static Symptoms before(Onset onset, List<Observation> earlier) {
        List<Observation> judged = earlier.stream()
                .filter(one -> one.at().isBefore(onset.firstFailure()))
                .filter(one -> !(one.outcome() instanceof Outcome.Unjudged))
                .toList();
        int failed =
                (int) judged.stream().filter(one -> !one.outcome().isWorking()).count();
        return new Symptoms(
                onset,
                Tally.NONE,
                Map.of(),
                Latest.FAILED,
                0,
                judged.isEmpty() ? Optional.empty() : Optional.of(new Tally(failed, judged.size())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Naming.UNKNOWN);
    }

    /**
     * How much slower the last five answers before the onset were than usual; empty where there were fewer.
     *
     * @param usual the median time of an answer over the last 24 hours
     */
    public static Optional<Double> slowdown(Onset onset, List<Observation> earlier, Duration usual) {
        List<Duration> times = earlier.stream()
                .filter(one -> one.at().isBefore(onset.firstFailure()))
                .filter(one -> one.outcome().isWorking())
                .sorted(Comparator.comparing(Observation::at).reversed())
                .limit(ANSWERS)
                .map(one -> one.finding().timings().total())
                .sorted()
                .toList();
        return times.size() < ANSWERS || !usual.isPositive()
                ? Optional.empty()
                : Optional.of((double) times.get(ANSWERS / 2).toNanos() / usual.toNanos());
    }

    /** The same after one more look; one that is unjudged or began before the onset changes nothing. */
    public Symptoms and(Observation look) {
        if (look.at().isBefore(onset.firstFailure())) {
            return this;
        }
        return switch (look.outcome()) {
            case Outcome.Unjudged ignored -> this;
            case Outcome.Up ignored -> counted(signs, Latest.ANSWERED, 0, relapses);
            case Outcome.Degraded ignored -> counted(signs, Latest.ANSWERED, 0, relapses);
            case Outcome.Down down -> {
                EnumMap<Sign, Integer> more = new EnumMap<>(Sign.class);
                more.putAll(signs);
                more.merge(Sign.of(down.failure()), 1, Integer::sum);
                yield counted(more, Latest.FAILED, 1, latest == Latest.ANSWERED ? relapses + 1 : relapses);
            }
        };
    }

    public Symptoms with(Naming known) {
        return new Symptoms(onset, since, signs, latest, relapses, before, slowdown, certificateUntil, page, known);
    }

    /** The same with the certificate that was shown. */
    public Symptoms shown(Instant until) {
        return new Symptoms(onset, since, signs, latest, relapses, before, slowdown, Optional.of(until), page, naming);
    }

    public Symptoms slower(Optional<Double> than) {
        return new Symptoms(onset, since, signs, latest, relapses, before, than, certificateUntil, page, naming);
    }

    private Symptoms counted(Map<Sign, Integer> failures, Latest now, int failed, int relapsed) {
        return new Symptoms(
                onset,
                since.plus(new Tally(failed, 1)),
                failures,
                now,
                relapsed,
                before,
                slowdown,
                certificateUntil,
                page,
                naming);
    }
}

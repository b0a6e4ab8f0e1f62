package dev.tocsin.command.builtin;

import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.engine.LookTally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The figures of a history by looks held in memory: the plain definition, which {@link HistoryFigures} must meet. */
final class HeldFigures {
    private HeldFigures() {}

    static void tell(List<Observation> looks, LookTally tally) {
        looks.forEach(look -> tally.count(
                look.at().toEpochMilli(),
                judged(look.outcome()),
                look.finding().timings().total().toNanos() / 1_000));
    }

    static LookTally.Judged judged(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up ignored -> LookTally.Judged.WORKING;
            case Outcome.Degraded ignored -> LookTally.Judged.WORKING;
            case Outcome.Down ignored -> LookTally.Judged.FAILED;
            case Outcome.Unjudged ignored -> LookTally.Judged.UNJUDGED;
        };
    }

    static Uptime uptime(List<Observation> looks, Duration every, Instant from, Instant until) {
        Duration longest = every.multipliedBy(3).dividedBy(2);
        Duration up = Duration.ZERO;
        Duration down = Duration.ZERO;
        for (int i = 0; i < looks.size(); i++) {
            Instant next = i + 1 < looks.size() ? looks.get(i + 1).at() : until;
            Duration spoken = Duration.between(looks.get(i).at(), next);
            Duration counted = spoken.compareTo(longest) > 0 ? longest : spoken;
            switch (judged(looks.get(i).outcome())) {
                case WORKING -> up = up.plus(counted);
                case FAILED -> down = down.plus(counted);
                case UNJUDGED -> {}
            }
        }
        return new Uptime(up, down, Duration.between(from, until));
    }

    static String strip(List<Observation> looks, Duration every, Instant from, Instant until) {
        Strip strip = new Strip(from.toEpochMilli(), until.toEpochMilli());
        Duration longest = every.multipliedBy(3).dividedBy(2);
        for (int i = 0; i < looks.size(); i++) {
            Instant at = looks.get(i).at();
            Instant next = i + 1 < looks.size() ? looks.get(i + 1).at() : until;
            Instant spoken = at.plus(longest).isBefore(next) ? at.plus(longest) : next;
            strip.mark(judged(looks.get(i).outcome()), at.toEpochMilli(), spoken.toEpochMilli());
        }
        return strip.drawn();
    }

    static List<Duration> sorted(List<Observation> looks) {
        return looks.stream()
                .filter(look -> look.outcome().isWorking())
                .map(look -> look.finding().timings().total())
                .sorted()
                .toList();
    }

    /** The smallest value that at least this share of all values does not exceed. */
    static Duration percentile(List<Duration> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.clamp(rank, 1, sorted.size()) - 1);
    }
}

package dev.tocsin.sample;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Looks of all outcomes in stretches, early, late, and with holes between them. */
public final class RandomLooks {
    private final Random random;

    public RandomLooks(long seed) {
        this.random = new Random(seed);
    }

    /** Looks at a target within {@code [from, until)}, oldest first, about so far apart. */
    public List<Observation> of(String target, Duration every, Instant from, Instant until) {
        List<Observation> looks = new ArrayList<>();
        Outcome outcome = outcome();
        Instant at = from.plusMillis(random.nextLong(every.toMillis()));
        while (at.isBefore(until)) {
            looks.add(look(target, at, outcome));
            outcome = random.nextInt(6) == 0 ? outcome() : outcome;
            long pause = random.nextInt(40) == 0 ? 20 : 1;
            at = at.plusMillis(1 + random.nextLong(2 * pause * every.toMillis()));
        }
        return looks;
    }

    private Observation look(String target, Instant at, Outcome outcome) {
        Duration total = Duration.ofNanos(1_000L * (long) Math.exp(random.nextDouble() * 17));
        return new Observation(
                new TargetId(target),
                Samples.HERE,
                at,
                new Finding(outcome, new Timings(Map.of(Phase.TCP, total), total), Optional.empty()));
    }

    private Outcome outcome() {
        return switch (random.nextInt(4)) {
            case 0 -> new Outcome.Up();
            case 1 -> new Outcome.Degraded(failure());
            case 2 -> new Outcome.Down(failure());
            default -> {
                Outcome.Reason[] reasons = Outcome.Reason.values();
                yield new Outcome.Unjudged(reasons[random.nextInt(reasons.length)], "");
            }
        };
    }

    private Failure failure() {
        FailureKind[] kinds = FailureKind.values();
        return new Failure(Phase.TCP, kinds[random.nextInt(kinds.length)], "");
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.detect.Belief;
import dev.tocsin.core.detect.CountBelief;
import dev.tocsin.core.detect.FilterBelief;
import dev.tocsin.core.detect.Health;
import dev.tocsin.core.detect.Stance;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Remembered.LastLooks;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is held of targets when the bot starts: what was held when it stopped, with the newest looks, but without counts
 * that were under way, since nobody looked meanwhile; the filter allows for that time by itself. Pure.
 */
final class Beginnings {
    private Beginnings() {}

    static Map<TargetId, Stance> stances(Remembered remembered) {
        Map<TargetId, Stance> stances = new HashMap<>();
        remembered
                .stances()
                .forEach((target, stance) -> stances.put(
                        target,
                        resumed(
                                stance,
                                remembered
                                        .lastLooks()
                                        .getOrDefault(target, new LastLooks(Optional.empty(), Optional.empty())))));
        return stances;
    }

    private static Stance resumed(Stance stance, LastLooks looks) {
        Optional<Instant> success = newest(stance.belief().lastSuccess(), looks.success());
        Optional<Instant> failure = newest(stance.belief().lastFailure(), looks.failure());
        Belief belief = switch (stance.belief()) {
            case CountBelief ignored -> begun(stance.health(), success, failure);
            case FilterBelief filter -> filter.with(success, failure);
        };
        return new Stance(stance.health(), belief);
    }

    private static CountBelief begun(Health health, Optional<Instant> success, Optional<Instant> failure) {
        return switch (health) {
            case Health.Suspected ignored -> new CountBelief(1, 0, success, failure);
            case Health.Recovering ignored -> new CountBelief(0, 1, success, failure);
            case Health.Unknown ignored -> new CountBelief(0, 0, success, failure);
            case Health.Up ignored -> new CountBelief(0, 0, success, failure);
            case Health.Losing ignored -> new CountBelief(0, 0, success, failure);
            case Health.Down ignored -> new CountBelief(0, 0, success, failure);
        };
    }

    private static Optional<Instant> newest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Instant::compareTo);
    }
}

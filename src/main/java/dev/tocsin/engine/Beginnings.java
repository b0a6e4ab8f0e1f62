package dev.tocsin.engine;

import dev.tocsin.core.detect.Belief;
import dev.tocsin.core.detect.CountBelief;
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
 * that were under way, since nobody looked meanwhile. Pure.
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
        CountBelief belief = belief(stance.belief(), looks);
        return switch (stance.health()) {
            case Health.Unknown health -> new Stance(health, belief);
            case Health.Up health -> new Stance(health, belief);
            case Health.Down health -> new Stance(health, belief);
            case Health.Suspected suspected -> new Stance(suspected, counting(belief, 1, 0));
            case Health.Recovering recovering -> new Stance(recovering, counting(belief, 0, 1));
        };
    }

    private static CountBelief belief(Belief before, LastLooks looks) {
        return switch (before) {
            case CountBelief ignored ->
                new CountBelief(
                        0,
                        0,
                        newest(before.lastSuccess(), looks.success()),
                        newest(before.lastFailure(), looks.failure()));
        };
    }

    private static CountBelief counting(CountBelief belief, int failures, int successes) {
        return new CountBelief(failures, successes, belief.lastSuccess(), belief.lastFailure());
    }

    private static Optional<Instant> newest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(Instant::compareTo);
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.detect.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at all targets of a network once one of them fails, and again while that is not decided. Used by the intake
 * alone.
 */
final class Sweeps {
    /** From the first sweep of a network to the second; later ones come half a minute apart. */
    static final Duration SECOND = Duration.ofSeconds(12);

    static final Duration LATER = Duration.ofSeconds(30);
    /** What is not decided by then is left to the targets' own rules. */
    private static final int MOST = 6;

    private record Sweep(Instant at, int number) {}

    private final LookPlan plan;
    private final Map<String, Sweep> last = new HashMap<>();

    Sweeps(LookPlan plan) {
        this.plan = plan;
    }

    /** Forgets networks where nothing fails any more. */
    void retain(Set<String> troubled) {
        last.keySet().retainAll(troubled);
    }

    /** Looks at those of the network that are not down, where it is time. */
    void sweep(Troubled network, Instant now) {
        boolean suspects = network.members().stream().anyMatch(one -> one.stance().health() instanceof Health.Suspected);
        if (network.members().size() < Troubled.LEAST || !suspects) {
            return;
        }
        Optional<Sweep> before = Optional.ofNullable(last.get(network.group().key()));
        if (before.filter(one -> one.number() >= MOST || now.isBefore(next(one))).isPresent()) {
            return;
        }
        last.put(
                network.group().key(),
                new Sweep(now, before.map(Sweep::number).orElse(0) + 1));
        network.members().stream()
                .filter(one -> !(one.stance().health() instanceof Health.Down))
                .forEach(one -> plan.lookAgain(one.target().id(), now));
    }

    private static Instant next(Sweep before) {
        return before.at().plus(before.number() == 1 ? SECOND : LATER);
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.detect.Health;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks at all targets of a network once one of them fails, again once most have failed a look, and again while that is
 * not decided; and at all that are down once one of them answers. Used by the intake alone.
 */
final class Sweeps {
    /** From one sweep of a network to the next, where nothing asks for it sooner. */
    static final Duration APART = Duration.ofSeconds(30);
    /** Sweeps are no closer than this. */
    static final Duration LEAST = Duration.ofSeconds(2);
    /** What is not decided by then is left to the targets' own rules. */
    private static final int MOST = 6;

    private enum Why {
        SOME_FAIL,
        MOST_FAILED_ONCE,
        SOME_ANSWER
    }

    private record Sweep(Instant at, int number, Why why) {}

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
        if (network.members().stream().anyMatch(one -> one.stance().health() instanceof Health.Suspected)) {
            sweep(network, network.failsWhole() ? Why.MOST_FAILED_ONCE : Why.SOME_FAIL, now);
        }
    }

    /** Looks at those that are down, where another answers again. */
    void sweepBack(Troubled network, Instant now) {
        if (network.members().stream().anyMatch(one -> one.stance().health() instanceof Health.Recovering)) {
            sweep(network, Why.SOME_ANSWER, now);
        }
    }

    private void sweep(Troubled network, Why why, Instant now) {
        Optional<Sweep> before = Optional.ofNullable(last.get(network.group().key()));
        if (network.members().size() < Troubled.LEAST
                || !before.map(one -> isDue(one, why, now)).orElse(true)) {
            return;
        }
        int number = before.filter(one -> one.why() == why).map(Sweep::number).orElse(0);
        last.put(network.group().key(), new Sweep(now, number + 1, why));
        network.members().stream()
                .filter(one -> (one.stance().health() instanceof Health.Down) == (why == Why.SOME_ANSWER))
                .forEach(one -> plan.lookAgain(one.target().id(), now));
    }

    private static boolean isDue(Sweep before, Why why, Instant now) {
        Duration since = Outbreaks.since(before.at(), now);
        return before.why() == why
                ? before.number() < MOST && since.compareTo(APART) >= 0
                : since.compareTo(LEAST) >= 0;
    }
}

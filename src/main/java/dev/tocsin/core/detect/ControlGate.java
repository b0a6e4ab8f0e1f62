package dev.tocsin.core.detect;

import dev.tocsin.core.observe.ControlCount;
import java.time.Instant;
import java.util.Optional;

/** The rule by which controls tell our own network's fault from the world's. Pure. */
public final class ControlGate {
    private ControlGate() {}

    /**
     * What this vantage can see after one more round of looks at the controls: it is blind when at least two thirds
     * of them failed.
     *
     * @param began when the round began; blindness is dated from it
     */
    public static Sight after(Sight before, ControlCount round, Instant began, Instant now) {
        if (round.of() == 0) {
            return new Sight.Unguarded();
        }
        boolean blind = (round.of() - round.answering()) * 3 >= round.of() * 2;
        return switch (before) {
            case Sight.Blind was ->
                blind ? new Sight.Blind(was.since(), round) : new Sight.Clear(round, Optional.of(now));
            case Sight.Clear was -> blind ? new Sight.Blind(began, round) : new Sight.Clear(round, was.blindUntil());
            case Sight.Unguarded ignored ->
                blind ? new Sight.Blind(began, round) : new Sight.Clear(round, Optional.empty());
        };
    }
}

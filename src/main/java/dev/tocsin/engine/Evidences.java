package dev.tocsin.engine;

import dev.tocsin.core.detect.Belief;
import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.incident.Evidence;
import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.target.Target;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What was measured of a failing target, as a notice tells it. Used by the intake alone. */
final class Evidences {
    private final Books books;
    private final Neighbours neighbours;

    Evidences(Books books) {
        this.books = books;
        this.neighbours = new Neighbours(books.watch());
    }

    Evidence of(Target target, Belief belief, Failure failure, Instant now) {
        return new Evidence(
                belief.failures(),
                belief.looks(),
                Set.of(books.watch().vantage()),
                failure,
                controls(books.sight()),
                neighbours.stillReachable(target, now));
    }

    private static Optional<ControlCount> controls(Sight sight) {
        return switch (sight) {
            case Sight.Unguarded ignored -> Optional.empty();
            case Sight.Clear clear -> Optional.of(clear.controls());
            case Sight.Blind blind -> Optional.of(blind.controls());
        };
    }
}

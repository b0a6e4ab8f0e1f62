package dev.tocsin.core.detect;

import java.time.Instant;
import java.util.Optional;

/**
 * The memory of the plain-count rule.
 *
 * @param failures failed looks in a row
 * @param successes good looks in a row
 */
public record CountBelief(int failures, int successes, Optional<Instant> lastSuccess, Optional<Instant> lastFailure)
        implements Belief {
    /** Before the first look. */
    public static final CountBelief NONE = new CountBelief(0, 0, Optional.empty(), Optional.empty());

    /** The failures in a row: a good look in between begins the count anew. */
    @Override
    public int looks() {
        return failures;
    }

    CountBelief failedAt(Instant at) {
        return new CountBelief(failures + 1, 0, lastSuccess, Optional.of(at));
    }

    CountBelief succeededAt(Instant at) {
        return new CountBelief(0, successes + 1, Optional.of(at), lastFailure);
    }
}

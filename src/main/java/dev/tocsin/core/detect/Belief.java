package dev.tocsin.core.detect;

import java.time.Instant;
import java.util.Optional;

/** What a detector remembers of one target between looks. */
public sealed interface Belief permits CountBelief {
    /** The last look that succeeded, where one did. */
    Optional<Instant> lastSuccess();

    /** The last look that failed, where one did. */
    Optional<Instant> lastFailure();
}

package dev.tocsin.core.detect;

import java.time.Instant;
import java.util.Optional;

/** What a detector remembers of one target between looks. */
public sealed interface Belief permits CountBelief, FilterBelief {
    /** The last look that succeeded, where one did. */
    Optional<Instant> lastSuccess();

    /** The last look that failed, where one did. */
    Optional<Instant> lastFailure();

    /** Failed looks since the onset of what is suspected or confirmed. */
    int failures();

    /** Judged looks since that onset. */
    int looks();
}

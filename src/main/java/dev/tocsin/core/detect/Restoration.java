package dev.tocsin.core.detect;

import java.time.Instant;
import java.util.Optional;

/**
 * When a service came back: somewhere between two looks.
 *
 * @param lastFailure the last look that failed
 * @param firstSuccess the first look that succeeded
 */
public record Restoration(Optional<Instant> lastFailure, Instant firstSuccess, Cover cover) {}

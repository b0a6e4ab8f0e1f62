package dev.tocsin.core.detect;

import java.time.Instant;
import java.util.Optional;

/**
 * When an outage began: somewhere between two looks.
 *
 * @param lastSuccess the last look that succeeded; empty where none ever did
 * @param firstFailure the first look that failed
 */
public record Onset(Optional<Instant> lastSuccess, Instant firstFailure, Cover cover) {}

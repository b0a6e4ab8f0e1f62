package dev.tocsin.core.detect;

import dev.tocsin.core.observe.Vantage;
import java.time.Instant;
import java.util.Optional;

/**
 * What one vantage last saw of a target.
 *
 * @param at when its last judged look began
 * @param failing whether that look failed: since when this vantage sees failures only
 */
public record Seen(Vantage vantage, Instant at, Optional<Instant> failing) {}

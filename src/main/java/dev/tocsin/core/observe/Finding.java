package dev.tocsin.core.observe;

import java.util.Optional;

/**
 * What a prober brings back from one look, before anybody has vouched for it.
 *
 * @param address the literal address that was used, where the look came that far
 */
public record Finding(Outcome outcome, Timings timings, Optional<String> address) {}

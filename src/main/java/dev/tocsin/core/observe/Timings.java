package dev.tocsin.core.observe;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long each phase of a look took.
 *
 * @param phases only the phases that were begun; a failed phase counts until its failure
 * @param total from the start of the look to its outcome
 */
public record Timings(Map<Phase, Duration> phases, Duration total) {
    public Timings {
        EnumMap<Phase, Duration> copy = new EnumMap<>(Phase.class);
        copy.putAll(phases);
        phases = Collections.unmodifiableMap(copy);
    }
}

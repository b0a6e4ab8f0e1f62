package dev.tocsin.core.cause;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A rule that fired, and what it found.
 *
 * @param rule its stable id
 * @param says what was measured, in plain words
 * @param weights natural logarithms of the odds it gives: above 0 for a cause, below 0 against it; causes that are not
 *     named are not touched
 */
public record Clue(String rule, Family family, String says, Map<Cause, Double> weights) {
    public Clue {
        EnumMap<Cause, Double> copy = new EnumMap<>(Cause.class);
        copy.putAll(weights);
        weights = Collections.unmodifiableMap(copy);
    }

    public double weight(Cause cause) {
        return weights.getOrDefault(cause, 0.0);
    }
}

package dev.tocsin.core.cause;

import dev.tocsin.core.observe.Vantage;
import java.util.Set;

/**
 * Whence the outage is seen.
 *
 * @param failing vantages whose looks fail
 * @param answering vantages whose looks succeed meanwhile
 */
public record Sighting(Set<Vantage> failing, Set<Vantage> answering) {
    public Sighting {
        failing = Set.copyOf(failing);
        answering = Set.copyOf(answering);
    }

    int vantages() {
        return failing.size() + answering.size();
    }
}

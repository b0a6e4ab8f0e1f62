package dev.tocsin.core.cause;

import dev.tocsin.core.observe.Vantage;
import java.util.Set;

/**
 * Whence the outage is seen.
 *
 * @param failing vantages at which looks failed since the onset
 * @param answering vantages at which none did, and two or more succeeded
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

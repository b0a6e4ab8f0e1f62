package dev.tocsin.core.observe;

import java.util.Optional;

/**
 * What a prober brings back from one look, before anybody has vouched for it.
 *
 * @param address the literal address that was used, where the look came that far
 * @param trail what it saw on its way; not kept with the observation
 */
public record Finding(Outcome outcome, Timings timings, Optional<String> address, Trail trail) {
    public Finding(Outcome outcome, Timings timings, Optional<String> address) {
        this(outcome, timings, address, Trail.NONE);
    }

    public Finding with(Outcome other) {
        return new Finding(other, timings, address, trail);
    }

    /** The same without its trail, as it is kept. */
    public Finding bare() {
        return trail.equals(Trail.NONE) ? this : new Finding(outcome, timings, address);
    }
}

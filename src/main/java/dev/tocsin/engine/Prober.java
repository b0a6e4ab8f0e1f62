package dev.tocsin.engine;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Reach;
import java.time.Duration;
import java.util.Optional;

/** Makes one look. Implementations block the calling (virtual) thread and are safe for use by many at once. */
@FunctionalInterface
public interface Prober {
    /**
     * Looks once.
     *
     * @param reach where the look may go
     * @param timeout deadline of the whole look; the call returns within a second of it, whatever the other side does
     * @return what was found; never throws for anything the other side does, and answers a fault of our own with
     *     {@link dev.tocsin.core.observe.Outcome.Unjudged}
     */
    Finding look(Check check, Reach reach, Duration timeout);

    /**
     * Looks once at an address that is known, past the name that the check has; the rest as in {@link #look}.
     *
     * @param address a literal one
     * @return empty where this cannot be done
     */
    default Optional<Finding> lookAt(String address, Check check, Reach reach, Duration timeout) {
        return Optional.empty();
    }
}

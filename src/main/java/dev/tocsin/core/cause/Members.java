package dev.tocsin.core.cause;

import java.time.Duration;
import java.util.Optional;

/**
 * The watched targets of the failing network.
 *
 * @param failing those that failed in this outage, the subject among them; what came back since counts as well
 * @param steady those that answered since the onset and had not failed
 * @param known all but those that had failed before on their own; what is neither failing nor steady has not been looked
 *     at since the onset
 * @param mappedAgo how long ago it was found out that they share a network; zero where the config says so
 * @param spread how far apart they began to fail, where two or more do
 */
public record Members(int failing, int steady, int known, Duration mappedAgo, Optional<Spread> spread) {
    public Members {
        if (failing < 1 || steady < 0 || failing + steady > known) {
            throw new IllegalArgumentException(failing + " failing and " + steady + " steady of " + known);
        }
    }

    /**
     * From the first onset to the last.
     *
     * @param interval longest time from one look to the next at any of them
     */
    public record Spread(Duration between, Duration interval) {}
}

package dev.tocsin.core.target;

import java.time.Duration;

/**
 * The plain-count rule of one target.
 *
 * @param failures failed looks in a row that confirm an outage, 1 to 100
 * @param successes good looks in a row that confirm the restoration, 1 to 100
 * @param recheck pause before the next look while an outage or a restoration is being confirmed; positive
 */
public record Confirm(int failures, int successes, Duration recheck) {
    public Confirm {
        if (failures < 1 || failures > 100 || successes < 1 || successes > 100) {
            throw new IllegalArgumentException("failures and successes lie between 1 and 100");
        }
        if (!recheck.isPositive()) {
            throw new IllegalArgumentException("recheck is a positive duration");
        }
    }
}

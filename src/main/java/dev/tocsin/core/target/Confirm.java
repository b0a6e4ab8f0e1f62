package dev.tocsin.core.target;

import java.time.Duration;

/** The rule by which one target's outages and restorations are confirmed. */
public sealed interface Confirm {
    /** Every look is weighed: how likely it is if the target works, loses a share of the looks, or is dead. */
    record Weighed() implements Confirm {}

    /**
     * A plain count.
     *
     * @param failures failed looks in a row that confirm an outage, 1 to 100
     * @param successes good looks in a row that confirm the restoration, 1 to 100
     * @param recheck pause before the next look while an outage or a restoration is being confirmed; positive
     */
    record Count(int failures, int successes, Duration recheck) implements Confirm {
        public Count {
            if (failures < 1 || failures > 100 || successes < 1 || successes > 100) {
                throw new IllegalArgumentException("failures and successes lie between 1 and 100");
            }
            if (!recheck.isPositive()) {
                throw new IllegalArgumentException("recheck is a positive duration");
            }
        }
    }
}

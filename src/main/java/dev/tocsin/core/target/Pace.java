package dev.tocsin.core.target;

import java.time.Duration;

/**
 * How often a target is looked at, and how long a look may take.
 *
 * @param every time from one look's due instant to the next, 1 s to 24 h
 * @param timeout deadline of one look, all phases together; positive
 */
public record Pace(Duration every, Duration timeout) {
    public Pace {
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("every lies between 1 s and 24 h");
        }
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("timeout is a positive duration");
        }
    }
}

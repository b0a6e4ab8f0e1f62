package dev.tocsin.core.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a deferred delivery is tried again: when the platform asked for it, where it did, and else after pauses that
 * double from {@code first} up to {@code longest}. It never gives up.
 *
 * @param first pause after the first attempt; none is shorter
 * @param longest longest pause of our own; a platform may ask for more
 */
public record RetryPlan(Duration first, Duration longest) {
    /** 1 s, 2 s, 4 s … 1 min. */
    public static final RetryPlan STANDARD = new RetryPlan(Duration.ofSeconds(1), Duration.ofMinutes(1));

    /**
     * The next attempt's earliest instant.
     *
     * @param attempts how often it was tried so far, at least 1
     */
    public Instant next(int attempts, Optional<Duration> retryAfter, Instant now) {
        Duration doubled = first.multipliedBy(1L << Math.min(attempts - 1, 20));
        Duration own = doubled.compareTo(longest) > 0 ? longest : doubled;
        Duration pause = retryAfter.orElse(own);
        return now.plus(pause.compareTo(first) < 0 ? first : pause);
    }
}

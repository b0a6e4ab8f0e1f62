package dev.tocsin.engine;

import java.time.Duration;
import java.time.Instant;

/**
 * How many messages one channel may get: a few at once, then one every so often, so that a storm becomes a few
 * messages that tell of many events. A token bucket. Safe for use by many threads.
 */
final class Allowance {
    static final int BURST = 3;
    static final Duration REFILL = Duration.ofSeconds(10);

    private double tokens = BURST;
    private Instant asOf = Instant.EPOCH;

    /** Whether a message may go now. */
    synchronized boolean allows(Instant now) {
        if (now.isAfter(asOf)) {
            double more = Duration.between(asOf, now).toMillis() / (double) REFILL.toMillis();
            tokens = Math.min(BURST, tokens + more);
        }
        asOf = now;
        return tokens >= 1;
    }

    /** A message went. */
    synchronized void spend() {
        tokens--;
    }
}

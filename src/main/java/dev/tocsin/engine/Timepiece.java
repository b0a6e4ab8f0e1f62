package dev.tocsin.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks: what time it is, and how long something took.
 *
 * @param wall the time of day; may be set, and so may jump
 * @param nanos a monotonic count of nanoseconds, as {@link System#nanoTime()}
 */
public record Timepiece(InstantSource wall, LongSupplier nanos) {
    public Instant now() {
        return wall.instant();
    }
}

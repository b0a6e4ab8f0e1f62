package dev.tocsin.core.history;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a time one roll-up is about. All begin at whole ones of UTC, so that none is longer or shorter where clocks
 * are set for summer.
 */
public enum Grain {
    /** Never kept: looks as they are told one by one. */
    SECOND(Duration.ofSeconds(1)),
    MINUTE(Duration.ofMinutes(1)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final Duration length;

    Grain(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }

    /** The coarsest one that is no longer than this, a second at least. */
    public static Grain within(Duration longest) {
        Grain found = SECOND;
        for (Grain grain : values()) {
            found = grain.length.compareTo(longest) <= 0 ? grain : found;
        }
        return found;
    }

    /** The last beginning of one that is not after this. */
    public Instant floor(Instant at) {
        return Instant.ofEpochMilli(floor(at.toEpochMilli()));
    }

    /** The first beginning of one that is not before this. */
    public Instant ceiling(Instant at) {
        Instant floor = floor(at);
        return floor.equals(at) ? at : floor.plus(length);
    }

    /** The first beginning of one that is after this. */
    public Instant next(Instant at) {
        return floor(at).plus(length);
    }

    /** The same in milliseconds since the epoch. */
    long floor(long at) {
        return at - Math.floorMod(at, length.toMillis());
    }
}

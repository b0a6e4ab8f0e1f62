package dev.tocsin.probe;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The instant by which one look, all its phases together, is over. */
final class Deadline {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final LongSupplier ticker;
    private final long ends;

    Deadline(LongSupplier ticker, Duration timeout) {
        this.ticker = ticker;
        this.ends = ticker.getAsLong() + timeout.toNanos();
    }

    /** What is left; never less than a millisecond, since zero means "for ever" to sockets. */
    Duration left() {
        Duration left = Duration.ofNanos(ends - ticker.getAsLong());
        return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }

    boolean isOver() {
        return ends - ticker.getAsLong() <= 0;
    }

    /** What one of several attempts may take, so that the last still gets its share. */
    Duration share(int attemptsLeft) {
        Duration share = left().dividedBy(Math.max(1, attemptsLeft));
        return share.compareTo(SHORTEST) < 0 ? SHORTEST : share;
    }

    int leftMillis() {
        return (int) Math.min(Integer.MAX_VALUE, left().toMillis());
    }
}

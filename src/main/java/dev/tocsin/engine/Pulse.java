package dev.tocsin.engine;

import dev.tocsin.core.observe.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Feels whether the process is alive: beaten a few times a second, it notices when it was not. Beaten by one thread;
 * read by many.
 */
final class Pulse {
    /** A pause between beats that is longer means that the process stood still; a second of scheduling is normal. */
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private record Beat(Instant wall, long nanos) {}

    private final Timepiece time;
    private volatile Beat last;
    private volatile long stoodStillUntil;

    Pulse(Timepiece time) {
        this.time = time;
        this.last = new Beat(time.now(), time.nanos().getAsLong());
        this.stoodStillUntil = Long.MIN_VALUE;
    }

    /** Beats once; the answer is the time that was lost since the last beat, where some was. */
    Optional<Gap> beat() {
        Beat before = last;
        Beat now = new Beat(time.now(), time.nanos().getAsLong());
        last = now;
        Duration passed = Duration.ofNanos(now.nanos() - before.nanos());
        Duration told = Duration.between(before.wall(), now.wall());
        if (passed.compareTo(LONGEST_PAUSE) > 0) {
            stoodStillUntil = now.nanos();
            return Optional.of(new Gap(Outcome.Reason.PAUSED, before.wall(), now.wall()));
        }
        if (told.minus(passed).abs().compareTo(LONGEST_PAUSE) > 0) {
            stoodStillUntil = now.nanos();
            return Optional.of(new Gap(Outcome.Reason.CLOCK_JUMP, before.wall(), now.wall()));
        }
        return Optional.empty();
    }

    /**
     * Whether the process stood still, or seems to stand still now, at some moment since.
     *
     * @param since on the monotonic clock
     */
    boolean stoodStillSince(long since) {
        long silent = time.nanos().getAsLong() - last.nanos();
        return silent > LONGEST_PAUSE.toNanos() || (stoodStillUntil != Long.MIN_VALUE && stoodStillUntil - since >= 0);
    }
}

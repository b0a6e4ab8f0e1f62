package dev.tocsin.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * How late looks began, over the last minute. Lateness is kept to the millisecond below a second, to 100 ms above, and
 * to 100 s at most. Safe for use by many threads, which never wait for each other.
 */
final class Lateness {
    private static final int WINDOWS = 7;
    private static final long WINDOW_SECONDS = 10;
    private static final int FINE = 1_000;
    private static final int COARSE = 990;

    private record Window(long number, AtomicIntegerArray counts) {}

    private final AtomicReferenceArray<Window> windows = new AtomicReferenceArray<>(WINDOWS);

    void record(Duration late, Instant now) {
        windowAt(now).counts().incrementAndGet(slot(Math.max(0, late.toMillis())));
    }

    Duration p50(Instant now) {
        return quantile(.5, now);
    }

    Duration p99(Instant now) {
        return quantile(.99, now);
    }

    /** Looks a second, over the last whole windows; up to a minute. */
    double perSecond(Instant now, Instant startedAt) {
        long seconds = Math.min(
                WINDOWS * WINDOW_SECONDS, Duration.between(startedAt, now).toSeconds());
        long[] counts = counts(now);
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        long partial = Math.floorMod(now.getEpochSecond(), WINDOW_SECONDS);
        long covered = Math.min(seconds, (WINDOWS - 1) * WINDOW_SECONDS + partial);
        return total / (double) Math.max(1, covered);
    }

    private Duration quantile(double share, Instant now) {
        long[] counts = counts(now);
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        long rank = (long) Math.ceil(share * total);
        long seen = 0;
        for (int slot = 0; slot < counts.length; slot++) {
            seen += counts[slot];
            if (seen >= rank && seen > 0) {
                return Duration.ofMillis(millis(slot));
            }
        }
        return Duration.ZERO;
    }

    private long[] counts(Instant now) {
        long newest = number(now);
        long[] sums = new long[FINE + COARSE];
        for (int i = 0; i < WINDOWS; i++) {
            Window window = windows.get(i);
            if (window != null && newest - window.number() < WINDOWS && newest >= window.number()) {
                for (int slot = 0; slot < sums.length; slot++) {
                    sums[slot] += window.counts().get(slot);
                }
            }
        }
        return sums;
    }

    private Window windowAt(Instant now) {
        long number = number(now);
        int place = (int) Math.floorMod(number, (long) WINDOWS);
        return windows.updateAndGet(
                place,
                window -> window != null && window.number() == number
                        ? window
                        : new Window(number, new AtomicIntegerArray(FINE + COARSE)));
    }

    private static long number(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), WINDOW_SECONDS);
    }

    private static int slot(long millis) {
        return millis < FINE ? (int) millis : (int) Math.min(FINE + (millis - FINE) / 100, FINE + COARSE - 1);
    }

    private static long millis(int slot) {
        return slot < FINE ? slot : FINE + (slot - FINE) * 100L;
    }
}

package dev.tocsin.command.builtin;

import java.time.Duration;

/**
 * How often each latency was met, in classes less than 0.1 % wide: 512 KiB whatever their number. Exact below 1.024 ms.
 * Classes are those of a log-linear histogram (HdrHistogram), but each remembers the largest value it met, so that a
 * percentile is a latency that was measured. Used by one thread.
 */
final class Latencies {
    /** Classes to each doubling, as a power of two. */
    private static final int FINE = 10;

    private static final int CLASSES = 32 << FINE;

    private final long[] largest = new long[CLASSES];
    private final long[] met = new long[CLASSES];
    private long count;

    /** Adds one, in microseconds. */
    void add(long micros) {
        long value = Math.max(0, micros);
        int place = place(value);
        largest[place] = Math.max(largest[place], value);
        met[place]++;
        count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /**
     * The percentile by nearest rank: what at least this share of all does not exceed, at most 0.1 % too long.
     *
     * @param share above 0, at most 1
     */
    Duration percentile(double share) {
        long rank = Math.clamp((long) Math.ceil(share * count), 1, count);
        int place = 0;
        for (long passed = met[0]; passed < rank; passed += met[place]) {
            place++;
        }
        return Duration.ofNanos(largest[place] * 1_000);
    }

    /** The leading bits of the value, below their number; what is longer than 26 days is in the last class. */
    private static int place(long value) {
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(value) - FINE - 1);
        return (int) Math.min(CLASSES - 1, ((long) shift << FINE) + (value >>> shift));
    }
}

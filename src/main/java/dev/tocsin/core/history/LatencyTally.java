package dev.tocsin.core.history;

import java.time.Duration;
import java.util.Arrays;

/** Latencies while they are counted: 32 KiB, whatever their number. Used by one thread. */
public final class LatencyTally {
    private final long[] met = new long[Latencies.CLASSES];
    private int lowest = met.length;
    private int highest = -1;
    private long count;

    /** Counts one, in microseconds. */
    public void add(long micros) {
        add(Latencies.place(micros), 1);
    }

    public void add(Latencies latencies) {
        latencies.tell(this::add);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * The percentile by nearest rank: what at least this share of all does not exceed, never told too short and less
     * than 0.8 % too long. Where nothing was counted there is none, and zero is answered.
     *
     * @param share above 0, at most 1
     */
    public Duration percentile(double share) {
        if (count == 0) {
            return Duration.ZERO;
        }
        long rank = Math.clamp((long) Math.ceil(share * count), 1, count);
        int place = lowest;
        for (long passed = met[place]; passed < rank; passed += met[place]) {
            place++;
        }
        return Duration.ofNanos(Latencies.top(place) * 1_000);
    }

    /** What was counted since the last time this was asked for. */
    Latencies taken() {
        if (count == 0) {
            return Latencies.NONE;
        }
        int[] places = new int[highest - lowest + 1];
        long[] times = new long[places.length];
        int classes = 0;
        for (int place = lowest; place <= highest; place++) {
            if (met[place] > 0) {
                places[classes] = place;
                times[classes++] = met[place];
            }
        }
        clear();
        return Latencies.of(Arrays.copyOf(places, classes), Arrays.copyOf(times, classes));
    }

    private void add(int place, long times) {
        met[place] += times;
        count += times;
        lowest = Math.min(lowest, place);
        highest = Math.max(highest, place);
    }

    private void clear() {
        Arrays.fill(met, lowest, highest + 1, 0);
        lowest = met.length;
        highest = -1;
        count = 0;
    }
}

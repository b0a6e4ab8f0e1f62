package dev.tocsin.core.history;

import java.util.Arrays;

/**
 * How often each latency was met, as a log-linear histogram (after HdrHistogram): 128 classes to each doubling, so that
 * a class is at most 1/128, less than 0.8 %, wide. Exact below 256 µs; what is longer than 76 hours is in the last
 * class. Only classes that were met are held. Immutable.
 */
public final class Latencies {
    public static final Latencies NONE = new Latencies(new int[0], new long[0]);

    /** Classes to each doubling, as a power of two. */
    private static final int FINE = 7;

    static final int CLASSES = 32 << FINE;

    private final int[] places;
    private final long[] times;

    private Latencies(int[] places, long[] times) {
        this.places = places;
        this.times = times;
    }

    /**
     * A histogram of classes that were met.
     *
     * @param places numbers of classes, ascending, each 0 to 4095
     * @param times how often each was met, positive
     */
    public static Latencies of(int[] places, long[] times) {
        if (places.length != times.length) {
            throw new IllegalArgumentException("every class has one count");
        }
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0 || places[i] >= CLASSES || times[i] < 1 || (i > 0 && places[i] <= places[i - 1])) {
                throw new IllegalArgumentException("classes ascend from 0 to " + (CLASSES - 1) + " and were met");
            }
        }
        return new Latencies(places.clone(), times.clone());
    }

    /** Takes each class that was met and how often. */
    public interface Classes {
        void met(int place, long times);
    }

    /** Tells the classes that were met, ascending. */
    public void tell(Classes classes) {
        for (int i = 0; i < places.length; i++) {
            classes.met(places[i], times[i]);
        }
    }

    public long count() {
        return Arrays.stream(times).sum();
    }

    /** The class of a latency in microseconds: its leading bits below their number. A negative one is none at all. */
    static int place(long micros) {
        long value = Math.max(0, micros);
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(value) - FINE - 1);
        return (int) Math.min(CLASSES - 1, ((long) shift << FINE) + (value >>> shift));
    }

    /** The longest latency of a class, in microseconds. */
    static long top(int place) {
        int shift = Math.max(0, (place >>> FINE) - 1);
        return ((long) (place - (shift << FINE) + 1) << shift) - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Latencies that
                && Arrays.equals(places, that.places)
                && Arrays.equals(times, that.times);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(places) + Arrays.hashCode(times);
    }

    @Override
    public String toString() {
        return count() + " latencies in " + places.length + " classes";
    }
}

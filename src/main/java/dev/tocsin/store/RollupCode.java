package dev.tocsin.store;

import dev.tocsin.core.history.Counts;
import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.Latencies;
import dev.tocsin.core.history.Rollup;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Roll-ups as bytes. Latencies are the distances between the classes that were met, doubled, and odd where a count less
 * two follows since it is not one; they end when every look that worked has its latency. The minutes of an hour are one
 * after the other: how many were left out before it, times four, plus one where every look was up, plus two where the
 * whole minute was working time; the counts; the times; the latencies.
 */
final class RollupCode {
    private static final int ONLY_UP = 1;
    private static final int WHOLE = 2;
    private static final Duration MINUTE = Grain.MINUTE.length();

    private RollupCode() {}

    static byte[] latencies(Latencies latencies) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, latencies);
        return out.toByteArray();
    }

    /** Reads what {@link #latencies(Latencies)} wrote of so many. */
    static Latencies latencies(byte[] packed, long count) {
        return latencies(new Varints.Reader(packed), count);
    }

    /** The minutes of one hour, oldest first. */
    static byte[] minutes(Instant hour, List<Rollup> minutes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long next = 0;
        for (Rollup minute : minutes) {
            long number = Duration.between(hour, minute.at()).toMinutes();
            write(out, number - next, minute);
            next = number + 1;
        }
        return out.toByteArray();
    }

    static List<Rollup> minutes(Instant hour, byte[] packed) {
        Varints.Reader in = new Varints.Reader(packed);
        List<Rollup> minutes = new ArrayList<>();
        long next = 0;
        while (in.hasMore()) {
            long head = in.read();
            long number = next + (head >>> 2);
            minutes.add(minute(hour.plus(MINUTE.multipliedBy(number)), head, in));
            next = number + 1;
        }
        return minutes;
    }

    private static void write(ByteArrayOutputStream out, long leftOut, Rollup minute) {
        Counts counts = minute.counts();
        boolean onlyUp = counts.up() == counts.looks();
        boolean whole = minute.working().equals(MINUTE) && minute.failing().isZero();
        Varints.write(out, leftOut << 2 | (onlyUp ? ONLY_UP : 0) | (whole ? WHOLE : 0));
        Varints.write(out, counts.up());
        if (!onlyUp) {
            Varints.write(out, counts.degraded());
            Varints.write(out, counts.down());
            Varints.write(out, counts.unjudged());
        }
        if (!whole) {
            Varints.write(out, minute.working().toMillis());
            Varints.write(out, minute.failing().toMillis());
        }
        write(out, minute.latencies());
    }

    private static Rollup minute(Instant at, long head, Varints.Reader in) {
        long up = in.read();
        Counts counts =
                (head & ONLY_UP) != 0 ? new Counts(up, 0, 0, 0) : new Counts(up, in.read(), in.read(), in.read());
        boolean whole = (head & WHOLE) != 0;
        Duration working = whole ? MINUTE : Duration.ofMillis(in.read());
        Duration failing = whole ? Duration.ZERO : Duration.ofMillis(in.read());
        return new Rollup(at, counts, working, failing, latencies(in, counts.working()));
    }

    private static void write(ByteArrayOutputStream out, Latencies latencies) {
        int[] before = {0};
        latencies.tell((place, times) -> {
            Varints.write(out, (long) (place - before[0]) << 1 | (times > 1 ? 1 : 0));
            if (times > 1) {
                Varints.write(out, times - 2);
            }
            before[0] = place;
        });
    }

    private static Latencies latencies(Varints.Reader in, long count) {
        int[] places = new int[8];
        long[] times = new long[8];
        int classes = 0;
        int place = 0;
        for (long read = 0; read < count; read += times[classes++]) {
            if (classes == places.length) {
                places = Arrays.copyOf(places, 2 * classes);
                times = Arrays.copyOf(times, 2 * classes);
            }
            long step = in.read();
            place += (int) (step >>> 1);
            places[classes] = place;
            times[classes] = (step & 1) == 0 ? 1 : in.read() + 2;
        }
        return Latencies.of(Arrays.copyOf(places, classes), Arrays.copyOf(times, classes));
    }
}

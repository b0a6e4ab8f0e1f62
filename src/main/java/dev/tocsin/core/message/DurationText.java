package dev.tocsin.core.message;

import java.time.Duration;

/** How long something lasted, in words: two units at most, the rest is left off. Pure. */
public final class DurationText {
    private DurationText() {}

    /** {@code 850 ms}, {@code 41 s}, {@code 12 min 5 s}, {@code 43 h 40 min}, {@code 9 d 3 h}; a negative one as zero. */
    public static String of(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        if (millis < 1_000) {
            return millis + " ms";
        }
        long seconds = millis / 1_000;
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return two(seconds / 60, "min", seconds % 60, "s");
        }
        long hours = seconds / 3_600;
        if (hours < 72) {
            return two(hours, "h", seconds % 3_600 / 60, "min");
        }
        return two(hours / 24, "d", hours % 24, "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        return small == 0 ? large + " " + largeUnit : large + " " + largeUnit + " " + small + " " + smallUnit;
    }
}

package dev.tocsin.core.cause;

import java.time.Duration;
import java.util.Locale;

/** Amounts in the words of clues. Pure. */
final class Amounts {
    private Amounts() {}

    /** {@code 40 s}, {@code 3 min}, {@code 5 h}: the largest whole unit that two of fit. */
    static String of(Duration length) {
        long seconds = length.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }

    /** {@code 0.9 times}. */
    static String times(double factor) {
        return String.format(Locale.ROOT, "%.1f times", factor);
    }
}

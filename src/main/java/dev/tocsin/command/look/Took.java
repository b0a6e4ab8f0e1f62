package dev.tocsin.command.look;

import dev.tocsin.core.message.DurationText;
import java.time.Duration;
import java.util.Locale;

/** How long a part of a look took, to about two digits more than {@link DurationText} tells. Pure. */
final class Took {
    private Took() {}

    /** {@code 0.4 ms}, {@code 85 ms}, {@code 1.24 s}, {@code 10.0 s}; a negative one as zero. */
    static String of(Duration duration) {
        double millis = Math.max(0, duration.toNanos()) / 1e6;
        if (millis < 9.95) {
            return String.format(Locale.ROOT, "%.1f ms", millis);
        }
        if (millis < 1_000) {
            return duration.toMillis() + " ms";
        }
        if (millis < 9_995) {
            return String.format(Locale.ROOT, "%.2f s", millis / 1e3);
        }
        return millis < 59_950 ? String.format(Locale.ROOT, "%.1f s", millis / 1e3) : DurationText.of(duration);
    }
}

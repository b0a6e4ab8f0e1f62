package dev.tocsin.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the config spells them: {@code 500ms}, {@code 30s}, {@code 1h30m}, {@code 7d}. Pure. */
public final class Durations {
    /** The form, largest unit first; each unit at most once, at most nine digits each. */
    public static final String FORM =
            "(?=\\d)(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final Duration[] UNITS = {
        Duration.ofDays(1), Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofSeconds(1), Duration.ofMillis(1)
    };
    private static final String[] NAMES = {"d", "h", "m", "s", "ms"};

    private Durations() {}

    public static Optional<Duration> read(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Duration sum = Duration.ZERO;
        for (int i = 0; i < UNITS.length; i++) {
            if (matcher.group(i + 1) != null) {
                sum = sum.plus(UNITS[i].multipliedBy(Long.parseLong(matcher.group(i + 1))));
            }
        }
        return Optional.of(sum);
    }

    /** The shortest spelling; to the millisecond. */
    public static String spell(Duration duration) {
        StringBuilder text = new StringBuilder();
        Duration left = duration;
        for (int i = 0; i < UNITS.length; i++) {
            long whole = left.toMillis() / UNITS[i].toMillis();
            if (whole > 0) {
                text.append(whole).append(NAMES[i]);
                left = left.minus(UNITS[i].multipliedBy(whole));
            }
        }
        return text.isEmpty() ? "0s" : text.toString();
    }
}

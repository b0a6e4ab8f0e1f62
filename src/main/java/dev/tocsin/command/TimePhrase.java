package dev.tocsin.command;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people type them. Pure. */
public final class TimePhrase {
    /** Longer lengths are taken for a slip. */
    static final Duration LONGEST = Duration.ofDays(3650);

    private static final Pattern PIECE = Pattern.compile("(\\d{1,6})\\s*([a-z]+)\\s*");
    private static final Pattern POINT = Pattern.compile(
            "(?:until\\s+)?(?:(today|tomorrow|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|"
                    + "friday|saturday|sunday|\\d{4}-\\d{2}-\\d{2})[\\st]*)?(?:(\\d{1,2}):(\\d{2}))?");

    private TimePhrase() {}

    /** A length: {@code 2h}, {@code 90 min}, {@code 1h30m}, {@code 7 days}; longer than nothing. */
    public static Optional<Duration> length(String phrase) {
        Matcher piece = PIECE.matcher(phrase.strip().toLowerCase(Locale.ROOT));
        Duration sum = Duration.ZERO;
        int at = 0;
        while (piece.find() && piece.start() == at) {
            Optional<Duration> unit = unit(piece.group(2));
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(unit.get().multipliedBy(Long.parseLong(piece.group(1))));
            at = piece.end();
        }
        boolean whole = at > 0 && at == phrase.strip().length();
        return whole && sum.isPositive() && sum.compareTo(LONGEST) <= 0 ? Optional.of(sum) : Optional.empty();
    }

    /** An instant after now: a length from now, or {@code until 18:00}, {@code tomorrow 06:00}, {@code fri}, a date. */
    public static Optional<Instant> instant(String phrase, Instant now, ZoneId zone) {
        Optional<Duration> length = length(phrase.strip().replaceFirst("^(?i)for\\s+", ""));
        return length.map(now::plus).or(() -> point(phrase.strip().toLowerCase(Locale.ROOT), now, zone));
    }

    /** The shortest length that reads back as this one: {@code 95m}, {@code 2h}; to the second, at least one. */
    public static String spell(Duration length) {
        long seconds = Math.max(1, length.toSeconds());
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 + "d";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + "h";
        }
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    private static Optional<Instant> point(String phrase, Instant now, ZoneId zone) {
        Matcher point = POINT.matcher(phrase);
        if (!point.matches() || (point.group(1) == null && point.group(2) == null)) {
            return Optional.empty();
        }
        try {
            LocalTime time = point.group(2) == null
                    ? LocalTime.MIDNIGHT
                    : LocalTime.of(Integer.parseInt(point.group(2)), Integer.parseInt(point.group(3)));
            return Optional.of(at(point.group(1), time, now.atZone(zone))).filter(now::isBefore);
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static Instant at(String day, LocalTime time, ZonedDateTime now) {
        if (day == null) {
            Instant today = now.with(time).toInstant();
            return today.isAfter(now.toInstant())
                    ? today
                    : now.toLocalDate()
                            .plusDays(1)
                            .atTime(time)
                            .atZone(now.getZone())
                            .toInstant();
        }
        return date(day, now).atTime(time).atZone(now.getZone()).toInstant();
    }

    private static LocalDate date(String day, ZonedDateTime now) {
        return switch (day) {
            case "today" -> now.toLocalDate();
            case "tomorrow" -> now.toLocalDate().plusDays(1);
            default ->
                Character.isDigit(day.charAt(0))
                        ? LocalDate.parse(day)
                        : now.toLocalDate().with(TemporalAdjusters.next(weekday(day)));
        };
    }

    private static DayOfWeek weekday(String day) {
        for (DayOfWeek one : DayOfWeek.values()) {
            if (one.name().toLowerCase(Locale.ROOT).startsWith(day.substring(0, 3))) {
                return one;
            }
        }
        throw new DateTimeException("no such day: " + day);
    }

    private static Optional<Duration> unit(String word) {
        return switch (word) {
            case "s", "sec", "secs", "second", "seconds" -> Optional.of(Duration.ofSeconds(1));
            case "m", "min", "mins", "minute", "minutes" -> Optional.of(Duration.ofMinutes(1));
            case "h", "hr", "hrs", "hour", "hours" -> Optional.of(Duration.ofHours(1));
            case "d", "day", "days" -> Optional.of(Duration.ofDays(1));
            case "w", "week", "weeks" -> Optional.of(Duration.ofDays(7));
            default -> Optional.empty();
        };
    }
}

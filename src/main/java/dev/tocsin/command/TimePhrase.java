package dev.tocsin.command;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people type them. Pure. */
public final class TimePhrase {
    /** Longer lengths are taken for a slip. */
    static final Duration LONGEST = Duration.ofDays(3650);

    private static final Pattern PIECE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*([a-z]+)\\s*");
    private static final String DAY = "today|tomorrow|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|"
            + "friday|saturday|sunday|\\d{4}-\\d{2}-\\d{2}";
    private static final Pattern BARE_DAY = Pattern.compile("(?:until\\s+)?(?:" + DAY + ")");
    private static final Pattern POINT = Pattern.compile("(?:until\\s+)?"
            + "(?:(?<day>" + DAY + ")(?:\\s+|(?<=\\d)t(?=\\d)|$))?"
            + "(?:(?:at\\s+)?(?<hour>\\d{1,2})"
            + "(?:[:.](?<minute>\\d{2})(?:\\s*(?<half>[ap])\\.?m\\.?)?|\\s*(?<bare>[ap])\\.?m\\.?))?");

    private TimePhrase() {}

    /** A length: {@code 2h}, {@code 1.5h}, {@code 90 min}, {@code for 1h 30m}, {@code 7 days}; longer than nothing. */
    public static Optional<Duration> length(String phrase) {
        String bare = lower(phrase).replaceFirst("^for\\s+", "");
        Matcher piece = PIECE.matcher(bare);
        Duration sum = Duration.ZERO;
        int at = 0;
        while (piece.find() && piece.start() == at) {
            Optional<Duration> unit = unit(piece.group(2));
            if (unit.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(times(unit.get(), new BigDecimal(piece.group(1))));
            at = piece.end();
        }
        boolean whole = at > 0 && at == bare.length();
        return whole && sum.isPositive() && sum.compareTo(LONGEST) <= 0 ? Optional.of(sum) : Optional.empty();
    }

    /**
     * An instant after now: a length from now, or {@code until 18:00}, {@code tomorrow at 6 pm}, {@code fri}, a date.
     */
    public static Optional<Instant> instant(String phrase, Instant now, ZoneId zone) {
        return point(phrase, now, zone).filter(now::isBefore);
    }

    /** As {@link #instant}, and what is past too. */
    static Optional<Instant> point(String phrase, Instant now, ZoneId zone) {
        String lower = lower(phrase);
        return length(lower.replaceFirst("^in\\s+", "")).map(now::plus).or(() -> onTheClock(lower, now, zone));
    }

    /** Whether a phrase that reads as a time leaves the rest of one behind: {@code tomorrow} before {@code at 6}. */
    static boolean isCutShort(String phrase, String rest) {
        return BARE_DAY.matcher(lower(phrase)).matches()
                ? lower(rest).matches("(?:at\\b|\\d).*")
                : length(phrase).isEmpty() && lower(rest).matches("[ap]\\.?m\\b.*");
    }

    /** Whether a phrase that reads as no time begins like one. */
    static boolean isBegun(String phrase) {
        return lower(phrase).matches("(?:until\\b|at\\s+\\d).*");
    }

    /** A length that reads back as this one: {@code 1h35m}, {@code 2d}; to the second, at least one. */
    public static String spell(Duration length) {
        Duration left = length.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : length;
        return part(left.toDays(), "d")
                + part(left.toHoursPart(), "h")
                + part(left.toMinutesPart(), "m")
                + part(left.toSecondsPart(), "s");
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }

    private static String lower(String phrase) {
        return phrase.strip().toLowerCase(Locale.ROOT);
    }

    private static Duration times(Duration unit, BigDecimal count) {
        return Duration.ofMillis(
                count.multiply(BigDecimal.valueOf(unit.toMillis())).longValue());
    }

    private static Optional<Instant> onTheClock(String phrase, Instant now, ZoneId zone) {
        Matcher point = POINT.matcher(phrase);
        if (!point.matches() || (point.group("day") == null && point.group("hour") == null)) {
            return Optional.empty();
        }
        try {
            return Optional.of(at(point.group("day"), time(point), now.atZone(zone)));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static LocalTime time(Matcher point) {
        if (point.group("hour") == null) {
            return LocalTime.MIDNIGHT;
        }
        int hour = Integer.parseInt(point.group("hour"));
        int minute = point.group("minute") == null ? 0 : Integer.parseInt(point.group("minute"));
        String half = point.group("half") == null ? point.group("bare") : point.group("half");
        if (half == null) {
            return LocalTime.of(hour, minute);
        }
        return LocalTime.of(ChronoField.CLOCK_HOUR_OF_AMPM.checkValidIntValue(hour) % 12, minute)
                .plusHours(half.equals("p") ? 12 : 0);
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

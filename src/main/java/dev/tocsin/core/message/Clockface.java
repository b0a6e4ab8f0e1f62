package dev.tocsin.core.message;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as people read them: local time with UTC beside it. Pure. */
public final class Clockface {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("HH:mm EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("HH:mm:ss EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private Clockface() {}

    /** {@code 21:00 Sat 16 Jul (19:00 UTC)}; {@code 19:00 Sat 16 Jul UTC} where local time is UTC. */
    public static String full(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        ZonedDateTime utc = at.atZone(ZoneOffset.UTC);
        if (local.getOffset().equals(ZoneOffset.UTC)) {
            return LOCAL.format(utc) + " UTC";
        }
        boolean sameDay = local.toLocalDate().equals(utc.toLocalDate());
        return LOCAL.format(local) + " (" + (sameDay ? HOUR : LOCAL).format(utc) + " UTC)";
    }

    /** {@code 21:00:04 Sat 16 Jul}, without UTC: for lists under a heading that names the zone. */
    public static String exact(Instant at, ZoneId zone) {
        return EXACT.format(at.atZone(zone));
    }

    /** {@code 19:00} in that zone. */
    public static String hour(Instant at, ZoneId zone) {
        return HOUR.format(at.atZone(zone));
    }
}

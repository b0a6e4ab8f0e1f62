package dev.tocsin.store;

import dev.tocsin.core.history.Counts;
import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.Rollup;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Roll-ups as rows: one for each hour and day, and one for all the minutes of an hour. */
final class RollupRows {
    private static final String COLUMNS =
            " (target, at, up, degraded, down, unjudged, working, failing, latencies) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private RollupRows() {}

    /** Roll-ups of {@code [from, until)}, oldest first. */
    static List<Rollup> read(Handle handle, long target, Grain grain, Instant from, Instant until) {
        return switch (grain) {
            case SECOND -> throw new IllegalArgumentException("seconds are not kept");
            case MINUTE -> minutes(handle, target, from, until);
            case HOUR -> rows(handle, "rollup_hour", target, from, until);
            case DAY -> rows(handle, "rollup_day", target, from, until);
        };
    }

    /** Puts the minutes of {@code [from, until)}, whole hours, and the hours they make in the place of what was there. */
    static void replace(Handle handle, long target, Instant from, Instant until, List<Rollup> minutes) {
        clear(handle, "rollup_minutes", target, from, until);
        clear(handle, "rollup_hour", target, from, until);
        if (minutes.isEmpty()) {
            return;
        }
        PreparedBatch packed = handle.prepareBatch("insert into rollup_minutes (target, at, packed) values (?, ?, ?)");
        PreparedBatch hours = handle.prepareBatch("insert into rollup_hour" + COLUMNS);
        minutes.stream()
                .collect(Collectors.groupingBy(
                        minute -> Grain.HOUR.floor(minute.at()), TreeMap::new, Collectors.toList()))
                .forEach((hour, parts) -> {
                    packed.add(target, hour.toEpochMilli(), RollupCode.minutes(hour, parts));
                    add(hours, target, Rollup.sum(hour, parts));
                });
        packed.execute();
        hours.execute();
    }

    /** Makes a day anew of its hours. */
    static void sumUpDay(Handle handle, long target, Instant day) {
        Instant end = Grain.DAY.next(day);
        clear(handle, "rollup_day", target, day, end);
        List<Rollup> hours = read(handle, target, Grain.HOUR, day, end);
        if (!hours.isEmpty()) {
            PreparedBatch days = handle.prepareBatch("insert into rollup_day" + COLUMNS);
            add(days, target, Rollup.sum(day, hours));
            days.execute();
        }
    }

    private static void clear(Handle handle, String table, long target, Instant from, Instant until) {
        handle.execute(
                "delete from " + table + " where target = ? and at >= ? and at < ?",
                target,
                from.toEpochMilli(),
                until.toEpochMilli());
    }

    private static void add(PreparedBatch batch, long target, Rollup rollup) {
        Counts counts = rollup.counts();
        batch.add(
                target,
                rollup.at().toEpochMilli(),
                counts.up(),
                counts.degraded(),
                counts.down(),
                counts.unjudged(),
                rollup.working().toMillis(),
                rollup.failing().toMillis(),
                RollupCode.latencies(rollup.latencies()));
    }

    private static List<Rollup> minutes(Handle handle, long target, Instant from, Instant until) {
        return handle
                .createQuery(
                        "select at, packed from rollup_minutes where target = ? and at >= ? and at < ? order by at")
                .bind(0, target)
                .bind(1, Grain.HOUR.floor(from).toEpochMilli())
                .bind(2, until.toEpochMilli())
                .map((row, context) -> RollupCode.minutes(Instant.ofEpochMilli(row.getLong(1)), row.getBytes(2)))
                .list()
                .stream()
                .flatMap(List::stream)
                .filter(minute -> !minute.at().isBefore(from) && minute.at().isBefore(until))
                .toList();
    }

    private static List<Rollup> rows(Handle handle, String table, long target, Instant from, Instant until) {
        return handle.createQuery("select at, up, degraded, down, unjudged, working, failing, latencies from " + table
                        + " where target = ? and at >= ? and at < ? order by at")
                .bind(0, target)
                .bind(1, from.toEpochMilli())
                .bind(2, until.toEpochMilli())
                .map((row, context) -> rollup(row))
                .list();
    }

    private static Rollup rollup(ResultSet row) throws SQLException {
        Counts counts = new Counts(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5));
        return new Rollup(
                Instant.ofEpochMilli(row.getLong(1)),
                counts,
                Duration.ofMillis(row.getLong(6)),
                Duration.ofMillis(row.getLong(7)),
                RollupCode.latencies(row.getBytes(8), counts.working()));
    }
}

package dev.tocsin.store;

import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.Judged;
import dev.tocsin.core.history.Rolling;
import dev.tocsin.core.history.Rollup;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Fills a store with the roll-ups of a past, as if they had come hour by hour: targets {@code t-0}, {@code t-1} and so
 * on, looked at every 30 s, with latencies spread about 40 ms and one look in 200 failed. Minutes are those of the last
 * 30 days.
 */
public final class YearFill {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int PATTERNS = 64;
    private static final String COLUMNS =
            " (target, at, up, degraded, down, unjudged, working, failing, latencies) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    /** One hour, packed: its row's columns and its minutes. */
    private record Hour(Rollup sum, Packed latencies, Packed minutes) {}

    /** Takes bytes along as they are. */
    private interface Packed {
        byte[] bytes();
    }

    private final int targets;
    private final List<Hour> hours =
            IntStream.range(0, PATTERNS).mapToObj(YearFill::hour).toList();

    private YearFill(int targets) {
        this.targets = targets;
    }

    /** Fills whole days, ending with the hour before {@code end}. */
    public static void fill(Path file, int targets, int days, Instant end) {
        Database database = new Database(file);
        YearFill fill = new YearFill(targets);
        Instant until = Grain.HOUR.floor(end);
        Instant minutes = until.minus(Duration.ofDays(30));
        database.change(handle -> handle.execute("pragma cache_size = -200000"));
        database.change(handle -> fill.names(handle, until, minutes));
        Instant day = Grain.DAY.floor(until).minus(Duration.ofDays(days));
        while (day.isBefore(until)) {
            Instant one = day;
            database.change(handle -> fill.day(handle, one, until, minutes));
            day = Grain.DAY.next(day);
        }
        database.close();
    }

    /** How many bytes each table takes, as SQLite counts pages. */
    public static List<String> sizes(Path file) {
        Database database = new Database(file);
        List<String> sizes = database.read(handle -> handle.createQuery(
                        "select name || ' ' || sum(pgsize) || ' bytes in ' || sum(ncell) || ' cells' from dbstat"
                                + " where name in ('look', 'rollup_minutes', 'rollup_hour', 'rollup_day') group by name")
                .mapTo(String.class)
                .list());
        database.close();
        return sizes;
    }

    private void names(Handle handle, Instant until, Instant minutes) {
        for (int i = 0; i < targets; i++) {
            handle.execute("insert into word (no, word) values (?, ?)", i + 1, "t-" + i);
            handle.execute(
                    "insert into rolled (target, until, looks_since, minutes_since, every) values (?, ?, ?, ?, ?)",
                    i + 1,
                    until.toEpochMilli(),
                    until.toEpochMilli(),
                    minutes.toEpochMilli(),
                    EVERY.toMillis());
        }
    }

    private void day(Handle handle, Instant day, Instant until, Instant minutes) {
        Connection connection = handle.getConnection();
        try (PreparedStatement rows = connection.prepareStatement("insert into rollup_hour" + COLUMNS);
                PreparedStatement days = connection.prepareStatement("insert into rollup_day" + COLUMNS);
                PreparedStatement packed = connection.prepareStatement(
                        "insert into rollup_minutes (target, at, packed) values (?, ?, ?)")) {
            Instant end = Grain.DAY.next(day);
            for (Instant at = day; at.isBefore(end) && at.isBefore(until); at = at.plus(Grain.HOUR.length())) {
                hour(rows, packed, at, !at.isBefore(minutes));
            }
            for (int target = 1; target <= targets && !end.isAfter(until); target++) {
                int number = target;
                Rollup sum = Rollup.sum(
                        day,
                        IntStream.range(0, 24)
                                .mapToObj(i -> pattern(number, day.plus(Duration.ofHours(i)))
                                        .sum())
                                .toList());
                add(days, target, day, sum, RollupCode.latencies(sum.latencies()));
            }
            days.executeBatch();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void hour(PreparedStatement rows, PreparedStatement packed, Instant at, boolean withMinutes)
            throws SQLException {
        for (int target = 1; target <= targets; target++) {
            Hour hour = pattern(target, at);
            add(rows, target, at, hour.sum(), hour.latencies().bytes());
            if (withMinutes) {
                packed.setInt(1, target);
                packed.setLong(2, at.toEpochMilli());
                packed.setBytes(3, hour.minutes().bytes());
                packed.addBatch();
            }
        }
        rows.executeBatch();
        packed.executeBatch();
    }

    private Hour pattern(int target, Instant at) {
        return hours.get(Math.floorMod(31L * target + at.getEpochSecond() / 3_600 * 7, PATTERNS));
    }

    private static void add(PreparedStatement rows, int target, Instant at, Rollup sum, byte[] latencies)
            throws SQLException {
        long[] numbers = {
            target,
            at.toEpochMilli(),
            sum.counts().up(),
            sum.counts().degraded(),
            sum.counts().down(),
            sum.counts().unjudged(),
            sum.working().toMillis(),
            sum.failing().toMillis()
        };
        for (int i = 0; i < numbers.length; i++) {
            rows.setLong(i + 1, numbers[i]);
        }
        rows.setBytes(numbers.length + 1, latencies);
        rows.addBatch();
    }

    private static Hour hour(int number) {
        Random random = new Random(number);
        List<Rollup> minutes = new ArrayList<>();
        Instant end = Instant.EPOCH.plusSeconds(3_600);
        Rolling rolling = new Rolling(Grain.MINUTE, Instant.EPOCH, end, EVERY, minutes::add);
        for (long at = random.nextLong(EVERY.toMillis()); at < 3_600_000; at += EVERY.toMillis()) {
            long micros = (long) (40_000 * Math.exp(.3 * random.nextGaussian()));
            rolling.look(at, random.nextInt(200) == 0 ? Judged.DOWN : Judged.UP, micros);
        }
        rolling.end();
        Rollup sum = Rollup.sum(Instant.EPOCH, minutes);
        byte[] latencies = RollupCode.latencies(sum.latencies());
        byte[] packed = RollupCode.minutes(Instant.EPOCH, minutes);
        return new Hour(sum, () -> latencies, () -> packed);
    }
}

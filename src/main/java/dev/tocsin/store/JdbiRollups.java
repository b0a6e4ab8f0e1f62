package dev.tocsin.store;

import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.Rolling;
import dev.tocsin.core.history.Rollup;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Upkeep.Rolled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Rolls looks up in SQL. Each target has a mark up to which its looks are rolled up; what lies beyond is rolled up hour
 * by hour and the mark moved on in the same transaction, which is the only one that writes meanwhile. A look that comes
 * late moves the mark back, so that its hour is rolled up anew from all its looks. So each look counts once, whenever
 * it comes and wherever the process ends.
 */
final class JdbiRollups {
    /** Looks that come later than this after the end of their hour have it rolled up twice. */
    private static final Duration GRACE = Duration.ofMinutes(2);

    /** About how many looks are rolled up in one transaction: others wait for it some 30 ms. */
    private static final long STEP = 5_000;

    /** What a stretch without looks weighs. */
    private static final long EMPTY = 50;

    /** Where nobody knows how often a target was looked at. */
    private static final Duration USUAL = Duration.ofSeconds(30);

    private final Database database;

    JdbiRollups(Database database) {
        this.database = database;
    }

    Rolled roll(Instant now, Function<TargetId, Optional<Duration>> every) {
        Instant over = Grain.HOUR.floor(now.minus(GRACE));
        return database.write(handle -> {
            long looks = 0;
            while (looks < STEP) {
                Optional<Due> due = due(handle, over);
                if (due.isEmpty()) {
                    return Rolled.ALL;
                }
                looks += EMPTY
                        + stretch(handle, due.get(), over, every.apply(due.get().id()));
            }
            return Rolled.MORE;
        });
    }

    /**
     * A target with hours to roll up.
     *
     * @param until up to here they are rolled up
     * @param every how often it was looked at when last known
     */
    private record Due(long target, TargetId id, Instant until, Duration every) {}

    private static Optional<Due> due(Handle handle, Instant over) {
        return handle.createQuery(
                        "select r.target, w.word, r.until, r.every from rolled r join word w on w.no = r.target"
                                + " where r.until < ? order by r.until limit 1")
                .bind(0, over.toEpochMilli())
                .map((row, context) -> new Due(
                        row.getLong(1),
                        new TargetId(row.getString(2)),
                        Instant.ofEpochMilli(row.getLong(3)),
                        Optional.of(Duration.ofMillis(row.getLong(4)))
                                .filter(Duration::isPositive)
                                .orElse(USUAL)))
                .findOne();
    }

    /** Rolls up to the end of the hours that are over, but no further than to the end of the day. */
    private static long stretch(Handle handle, Due due, Instant over, Optional<Duration> now) {
        Duration every = now.orElse(due.every());
        Instant day = Grain.DAY.floor(due.until());
        Instant end = Grain.DAY.next(day);
        Instant stop = end.isBefore(over) ? end : over;
        List<Rollup> minutes = new ArrayList<>();
        Rolling rolling = new Rolling(Grain.MINUTE, due.until(), stop, every, minutes::add);
        long looks = LookRows.tell(handle, due.target(), every, due.until(), stop, rolling::look);
        rolling.end();
        RollupRows.replace(handle, due.target(), due.until(), stop, minutes);
        if (stop.equals(end)) {
            RollupRows.sumUpDay(handle, due.target(), day);
        }
        handle.execute(
                "update rolled set until = ?, every = ? where target = ?",
                (looks == 0 ? afterSilence(handle, due.target(), stop, over) : stop).toEpochMilli(),
                every.toMillis(),
                due.target());
        return looks;
    }

    /** Where looks begin again, if that is over by now. */
    private static Instant afterSilence(Handle handle, long target, Instant stop, Instant over) {
        return handle.createQuery("select at from look where target = ? and at >= ? order by at limit 1")
                .bind(0, target)
                .bind(1, stop.toEpochMilli())
                .map((row, context) -> Grain.HOUR.floor(Instant.ofEpochMilli(row.getLong(1))))
                .findOne()
                .filter(over::isAfter)
                .orElse(over);
    }
}

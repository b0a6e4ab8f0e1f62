package dev.tocsin.store;

import dev.tocsin.core.history.Grain;
import dev.tocsin.store.JdbiHousekeeping.KeepSince;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Removes looks and roll-ups that are old enough, a few targets at a time. From when on what is kept is marked with the
 * target in the same transaction, so that nobody takes what was removed for time in which nothing was measured.
 */
final class LookPruning {
    /** About how many rows are removed in one transaction. */
    private static final int STEP = 5_000;

    /** Targets in one transaction, at most. */
    private static final int TARGETS = 50;

    private final Database database;

    LookPruning(Database database) {
        this.database = database;
    }

    /** Answers how many looks were removed. */
    long prune(KeepSince since) {
        List<Long> targets = database.read(handle -> handle.createQuery(
                        "select target from rolled where looks_since < ? or minutes_since < ? or hours_since < ?"
                                + " order by target")
                .bind(0, Grain.HOUR.floor(since.looks()).toEpochMilli())
                .bind(1, Grain.HOUR.floor(since.minutes()).toEpochMilli())
                .bind(2, Grain.DAY.floor(since.hours()).toEpochMilli())
                .mapTo(Long.class)
                .list());
        long removed = 0;
        int next = 0;
        while (next < targets.size()) {
            List<Long> left = targets.subList(next, Math.min(targets.size(), next + TARGETS));
            Step step = database.write(handle -> step(handle, left, since));
            removed += step.looks();
            next += step.targets();
        }
        return removed;
    }

    /**
     * What one transaction came to.
     *
     * @param targets of which all was removed that is old enough
     */
    private record Step(int targets, long looks) {}

    private static Step step(Handle handle, List<Long> targets, KeepSince since) {
        long removed = 0;
        int done = 0;
        for (long target : targets) {
            mark(handle, target, since);
            int looks = looks(handle, target);
            removed += looks;
            if (looks >= STEP) {
                break;
            }
            rollups(handle, target, since.days());
            done++;
            if (removed >= STEP) {
                break;
            }
        }
        return new Step(done, removed);
    }

    /** Marks never go back, and never beyond what is rolled up. */
    private static void mark(Handle handle, long target, KeepSince since) {
        later(handle, target, "looks_since", "until", Grain.HOUR.floor(since.looks()));
        later(handle, target, "minutes_since", "until", Grain.HOUR.floor(since.minutes()));
        later(handle, target, "hours_since", "looks_since - looks_since % 86400000", Grain.DAY.floor(since.hours()));
    }

    private static void later(Handle handle, long target, String mark, String most, Instant wanted) {
        handle.createUpdate("update rolled set " + mark + " = case when " + most + " < :wanted then " + most
                        + " else :wanted end where target = :target and " + mark + " < :wanted and " + mark + " < "
                        + most)
                .bind("wanted", wanted.toEpochMilli())
                .bind("target", target)
                .execute();
    }

    /** Keeps the last look before the mark: it may speak for the time after it. */
    private static int looks(Handle handle, long target) {
        return handle.createUpdate(
                        "delete from look where target = :target and at in (select at from look"
                                + " where target = :target and at < (select max(at) from look where target = :target"
                                + " and at <= (select looks_since from rolled where target = :target)) order by at limit :most)")
                .bind("target", target)
                .bind("most", STEP)
                .execute();
    }

    private static void rollups(Handle handle, long target, Instant days) {
        handle.execute(
                "delete from rollup_minutes where target = ? and at < (select minutes_since from rolled where target = ?)",
                target,
                target);
        handle.execute(
                "delete from rollup_hour where target = ? and at < (select hours_since from rolled where target = ?)",
                target,
                target);
        handle.execute(
                "delete from rollup_day where target = ? and at < ?",
                target,
                Grain.DAY.floor(days).toEpochMilli());
    }
}

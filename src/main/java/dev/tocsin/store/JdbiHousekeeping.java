package dev.tocsin.store;

import java.time.Instant;
import java.util.List;

/** Removes what nobody asks for any more: never what waits to be sent, never anything of an open incident. */
public final class JdbiHousekeeping {
    private static final int STEP = 2_000;
    private static final List<String> DELETIONS = List.of(
            "delete from delivery where number in (select d.number from delivery d left join incident i"
                    + " on i.id = d.incident where d.state <> 'pending' and d.at < ?"
                    + " and (i.id is null or i.state <> 'open') limit " + STEP + ")",
            "delete from incident where id in (select id from incident i where state <> 'open' and at < ?"
                    + " and not exists (select 1 from delivery d where d.incident = i.id) limit " + STEP + ")",
            "delete from audit where id in (select id from audit where at < ? limit " + STEP + ")",
            "delete from gap where ended < ?");

    private final Database database;
    private final LookPruning looks;

    JdbiHousekeeping(Database database) {
        this.database = database;
        this.looks = new LookPruning(database);
    }

    /**
     * From when on what is kept.
     *
     * @param looks each of them
     * @param minutes what the looks of each minute came to
     * @param hours what the looks of each hour came to
     * @param days what the looks of each day came to
     * @param records ended incidents, settled deliveries, gaps and the audit
     */
    public record KeepSince(Instant looks, Instant minutes, Instant hours, Instant days, Instant records) {}

    /**
     * Removes what is older, in steps that hold no lock for long; throws {@link dev.tocsin.engine.StoreUnavailable}.
     * Looks that are not rolled up yet stay, as do the hours of a day that may still be rolled up anew.
     */
    public Removed prune(KeepSince since) {
        return new Removed(looks.prune(since), records(since.records()));
    }

    /** How many rows were removed. */
    public record Removed(long looks, long records) {}

    private long records(Instant olderThan) {
        long removed = 0;
        for (String deletion : DELETIONS) {
            int step = STEP;
            while (step == STEP) {
                step = database.write(handle -> handle.execute(deletion, olderThan.toEpochMilli()));
                removed += step;
            }
        }
        return removed;
    }
}

package dev.tocsin.store;

import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.Kept;
import dev.tocsin.core.history.ReadingPlan;
import dev.tocsin.core.history.Rolling;
import dev.tocsin.core.history.Rollup;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.History;
import dev.tocsin.engine.HistoryQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A past read from roll-ups, and from looks where they are not rolled up yet. */
final class HistoryRows {
    /** A target and what is kept of it. */
    private record Past(long target, Kept kept) {}

    private HistoryRows() {}

    /** Asks several questions, which must be about one moment. */
    static History read(Handle handle, HistoryQuery asked) {
        Optional<Past> found = past(handle, asked.target());
        if (found.isEmpty()) {
            return new History(asked.from(), asked.until(), List.of());
        }
        List<ReadingPlan.Part> parts = ReadingPlan.of(
                        asked.from(),
                        asked.until(),
                        asked.coarsest(),
                        found.get().kept())
                .parts();
        List<Rollup> rollups = new ArrayList<>();
        parts.forEach(part -> rollups.addAll(read(handle, found.get().target(), part, asked)));
        return new History(parts.getFirst().from(), parts.getLast().until(), rollups);
    }

    private static List<Rollup> read(Handle handle, long target, ReadingPlan.Part part, HistoryQuery asked) {
        return switch (part.grain()) {
            case SECOND -> {
                List<Rollup> rollups = new ArrayList<>();
                Grain grain = asked.coarsest() == Grain.SECOND ? Grain.SECOND : Grain.MINUTE;
                Rolling rolling = new Rolling(grain, part.from(), part.until(), asked.every(), rollups::add);
                LookRows.tell(handle, target, asked.every(), part.from(), part.until(), rolling::look);
                rolling.end();
                yield rollups;
            }
            case MINUTE, HOUR, DAY -> RollupRows.read(handle, target, part.grain(), part.from(), part.until());
        };
    }

    private static Optional<Past> past(Handle handle, TargetId target) {
        return handle.createQuery("select r.target, r.until, r.looks_since, r.minutes_since, r.hours_since"
                        + " from word w join rolled r on r.target = w.no where w.word = ?")
                .bind(0, target.value())
                .map((row, context) -> new Past(
                        row.getLong(1), new Kept(instant(row, 2), instant(row, 3), instant(row, 4), instant(row, 5))))
                .findOne();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}

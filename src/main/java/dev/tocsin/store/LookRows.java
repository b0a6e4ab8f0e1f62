package dev.tocsin.store;

import dev.tocsin.core.history.Judged;
import dev.tocsin.core.history.Rolling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Looks as rows, told one at a time. */
final class LookRows {
    private LookRows() {}

    /** Takes each look that is told. */
    interface Looks {
        void look(long at, Judged judged, long micros);
    }

    /**
     * Tells the looks of {@code [from, until)}, oldest first, and before them the one that may speak for the beginning.
     *
     * @return how many were told
     */
    static long tell(Handle handle, long target, Duration every, Instant from, Instant until, Looks looks) {
        return handle.createQuery("select at, " + OutcomeCode.JUDGED + ", total from look where target = ? and at < ?"
                        + " and at >= coalesce((select max(at) from look where target = ? and at < ? and at > ?), ?)"
                        + " order by at, vantage")
                .bind(0, target)
                .bind(1, until.toEpochMilli())
                .bind(2, target)
                .bind(3, from.toEpochMilli())
                .bind(4, from.minus(Rolling.longest(every)).toEpochMilli())
                .bind(5, from.toEpochMilli())
                .scanResultSet((rows, context) -> tell(rows.get(), looks));
    }

    private static long tell(ResultSet rows, Looks looks) throws SQLException {
        long told = 0;
        while (rows.next()) {
            looks.look(rows.getLong(1), OutcomeCode.judged(rows.getInt(2)), rows.getLong(3));
            told++;
        }
        return told;
    }
}

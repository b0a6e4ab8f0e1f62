package dev.tocsin.app;

import dev.tocsin.config.Settings;
import dev.tocsin.engine.StoreUnavailable;
import dev.tocsin.store.JdbiHousekeeping.KeepSince;
import dev.tocsin.store.JdbiHousekeeping.Removed;
import dev.tocsin.store.SqliteStore;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what is kept no longer. */
final class Housekeeping {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private Housekeeping() {}

    static void prune(SqliteStore store, Settings.Retention retention, Instant now) {
        try {
            Removed removed = store.housekeeping()
                    .prune(new KeepSince(
                            now.minus(retention.looks()),
                            now.minus(retention.minutes()),
                            now.minus(retention.hours()),
                            now.minus(retention.days()),
                            now.minus(retention.records())));
            if (removed.looks() + removed.records() > 0) {
                LOG.info("removed {} looks and {} records that were old enough", removed.looks(), removed.records());
            }
        } catch (StoreUnavailable trouble) {
            LOG.warn("housekeeping has to wait: {}", trouble.getMessage());
        }
    }
}

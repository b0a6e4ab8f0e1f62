package dev.tocsin.app;

import dev.tocsin.config.Settings;
import dev.tocsin.engine.StoreUnavailable;
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
            long looks = store.observationLog().prune(now.minus(retention.looks()));
            long records = store.housekeeping().prune(now.minus(retention.records()));
            if (looks + records > 0) {
                LOG.info("removed {} looks and {} records that were old enough", looks, records);
            }
        } catch (StoreUnavailable trouble) {
            LOG.warn("housekeeping has to wait: {}", trouble.getMessage());
        }
    }
}

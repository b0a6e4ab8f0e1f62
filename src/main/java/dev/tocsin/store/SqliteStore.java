package dev.tocsin.store;

import dev.tocsin.engine.Archive;
import dev.tocsin.engine.Ledger;
import dev.tocsin.engine.ObservationLog;
import dev.tocsin.engine.Outbox;
import java.nio.file.Path;

/** The embedded store: one SQLite file, used by one process. Safe for use by many threads. */
public final class SqliteStore implements AutoCloseable {
    private final FileLock lock;
    private final Database database;
    private final JdbiLedger ledger;
    private final JdbiOutbox outbox;
    private final JdbiObservationLog observationLog;
    private final JdbiArchive archive;
    private final JdbiHousekeeping housekeeping;

    private SqliteStore(FileLock lock, Database database) {
        Json json = new Json();
        this.lock = lock;
        this.database = database;
        this.ledger = new JdbiLedger(database, json);
        this.outbox = new JdbiOutbox(database, json);
        this.observationLog = new JdbiObservationLog(database);
        this.archive = new JdbiArchive(database, json);
        this.housekeeping = new JdbiHousekeeping(database);
        database.change(handle -> handle.execute("update delivery set lease_until = 0 where lease_until is not null"));
    }

    /**
     * Opens the store, making or updating it where needed; leases of a process that died are given up. Throws {@link
     * dev.tocsin.engine.StoreUnavailable} where the file cannot be used.
     */
    public static SqliteStore open(Path file) {
        FileLock lock = FileLock.take(file);
        try {
            Database database = new Database(file);
            try {
                return new SqliteStore(lock, database);
            } catch (RuntimeException failed) {
                database.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    public Outbox outbox() {
        return outbox;
    }

    public ObservationLog observationLog() {
        return observationLog;
    }

    public Archive archive() {
        return archive;
    }

    public JdbiHousekeeping housekeeping() {
        return housekeeping;
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            lock.close();
        }
    }
}

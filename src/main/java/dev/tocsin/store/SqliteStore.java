package dev.tocsin.store;

import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.Rollup;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Archive;
import dev.tocsin.engine.Atlas;
import dev.tocsin.engine.Ledger;
import dev.tocsin.engine.Memo;
import dev.tocsin.engine.ObservationLog;
import dev.tocsin.engine.Outbox;
import dev.tocsin.engine.StoreUnavailable;
import dev.tocsin.engine.Stores;
import dev.tocsin.engine.Upkeep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The embedded store: one SQLite file, used by one process. Safe for use by many threads. */
public final class SqliteStore implements AutoCloseable {
    private FileLock lock;
    private final Database database;
    private final JdbiLedger ledger;
    private final JdbiOutbox outbox;
    private final JdbiObservationLog observationLog;
    private final JdbiArchive archive;
    private final JdbiHousekeeping housekeeping;
    private final Upkeep upkeep;
    private final JdbiMemo memo;
    private final JdbiAtlas atlas;

    private SqliteStore(FileLock lock, Database database) {
        Json json = new Json();
        this.lock = lock;
        this.database = database;
        this.ledger = new JdbiLedger(database, json);
        this.outbox = new JdbiOutbox(database, json);
        this.observationLog = new JdbiObservationLog(database);
        this.archive = new JdbiArchive(database, json);
        this.housekeeping = new JdbiHousekeeping(database);
        this.memo = new JdbiMemo(database);
        this.atlas = new JdbiAtlas(database);
        database.change(handle -> handle.execute("update delivery set lease_until = 0 where lease_until is not null"));
        this.upkeep = new SqliteUpkeep(database);
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

    public Memo memo() {
        return memo;
    }

    public Atlas atlas() {
        return atlas;
    }

    public ObservationLog observationLog() {
        return observationLog;
    }

    public Archive archive() {
        return archive;
    }

    public Upkeep upkeep() {
        return upkeep;
    }

    /** All the sides of it that the engine works with. */
    public Stores stores() {
        return new Stores(ledger, outbox, observationLog, archive, upkeep, atlas);
    }

    /** The rows themselves of one target, for tests. */
    List<Rollup> rollups(TargetId target, Grain grain) {
        return database.readAtOnce(handle -> handle.createQuery("select no from word where word = ?")
                .bind(0, target.value())
                .mapTo(Long.class)
                .findOne()
                .map(no -> RollupRows.read(handle, no, grain, Instant.EPOCH, Instant.ofEpochSecond(1L << 34)))
                .orElse(List.of()));
    }

    public JdbiHousekeeping housekeeping() {
        return housekeeping;
    }

    /** Where the store is now. */
    public Path file() {
        return database.file();
    }

    /** What came of moving the store. */
    public sealed interface Move {
        /** It is there already. */
        record None() implements Move {}

        /**
         * It goes on in the new file.
         *
         * @param kept what the old file is called now
         */
        record Done(Path kept) implements Move {}

        /**
         * It stays where it was.
         *
         * @param why in words
         */
        record Refused(String why) implements Move {}
    }

    /**
     * Goes on in another file that does not exist yet, with everything that was ever written, while it is used: what is
     * asked or written meanwhile waits, at most as long as for a locked file.
     */
    public synchronized Move moveTo(Path file) {
        Path before = file();
        if (isSame(before, file)) {
            return new Move.None();
        }
        Optional<String> obstacle = Relocation.obstacle(before, file);
        if (obstacle.isPresent()) {
            return new Move.Refused(obstacle.get());
        }
        try {
            moved(file).close();
            return new Move.Done(Relocation.putAside(before));
        } catch (StoreUnavailable trouble) {
            return new Move.Refused(trouble.text());
        }
    }

    /** Moves; answers the lock of the file before. */
    private FileLock moved(Path file) {
        FileLock next = FileLock.take(file);
        try {
            database.moveTo(file);
        } catch (RuntimeException failed) {
            next.close();
            throw failed;
        }
        FileLock former = lock;
        lock = next;
        return former;
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.equals(other) || Files.isSameFile(one, other);
        } catch (IOException missing) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        try {
            database.close();
        } finally {
            lock.close();
        }
    }
}

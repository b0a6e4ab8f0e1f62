package dev.tocsin.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;

/**
 * The connections to one SQLite file: one that writes, a few that read meanwhile. Everything that is so only with
 * SQLite stands here, in {@link Relocation}, in the watch over its files, and in the migrations. Safe for use by many threads.
 */
final class Connections implements AutoCloseable {
    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 2_000;

    private final Path file;
    private final Trouble trouble;
    private final HikariDataSource writing;
    private final HikariDataSource reading;
    private final Jdbi writer;
    private final Jdbi reader;
    private final GroupCommit group;
    private final Inspection inspection;

    Connections(Path file) {
        this.file = file;
        this.trouble = new Trouble(file);
        this.writing = trouble.guard(() -> pool(file, 1, SQLiteConfig.TransactionMode.IMMEDIATE));
        try {
            trouble.guard(this::migrate);
            this.reading = trouble.guard(() -> pool(file, READERS, SQLiteConfig.TransactionMode.DEFERRED));
            this.writer = Jdbi.create(writing);
            this.reader = Jdbi.create(reading);
            this.group = new GroupCommit(writer);
            trouble.guard(() -> writer.useTransaction(handle -> handle.execute("update highest set number = number")));
            this.inspection = Inspection.of(file);
        } catch (RuntimeException failed) {
            writing.close();
            throw failed;
        }
    }

    <T> T read(Function<Handle, T> question) {
        return fit(() -> reader.withHandle(question::apply));
    }

    /** Several questions about one moment. */
    <T> T readAtOnce(Function<Handle, T> questions) {
        return fit(() -> reader.inTransaction(questions::apply));
    }

    /** All of it or none of it. */
    <T> T write(Function<Handle, T> change) {
        return fit(() -> group.write(change));
    }

    /** Throws where the files are not as they should be; now and then reads all of them. Called by one thread. */
    void inspect(Instant now) {
        inspection.look();
        if (inspection.isDue(now)) {
            trouble.guard(() -> reader.useHandle(inspection::readAll));
        }
    }

    Path file() {
        return file;
    }

    /** Writes everything that was committed into a file that does not exist, which is not yet forced to the disk. */
    void copyTo(Path copy) {
        new Trouble(copy).guard(() -> writer.useHandle(handle -> handle.execute("vacuum into ?", copy.toString())));
    }

    /** Puts the write-ahead log into the file and gives up the connections. */
    @Override
    public void close() {
        inspection.stop();
        try {
            trouble.guard(() -> writer.useHandle(handle -> handle.execute("pragma wal_checkpoint(truncate)")));
        } finally {
            reading.close();
            writing.close();
            inspection.close();
        }
    }

    private <T> T fit(Supplier<T> work) {
        inspection.ensureFit();
        return trouble.guard(work);
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(writing)
                .locations("classpath:db/migration/sqlite")
                .load()
                .migrate();
    }

    private static HikariDataSource pool(Path file, int size, SQLiteConfig.TransactionMode transactions) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.setTransactionMode(transactions);
        sqlite.setBusyTimeout(BUSY_MILLIS);
        HikariConfig hikari = new HikariConfig();
        hikari.setPoolName("tocsin-store-" + size);
        hikari.setJdbcUrl("jdbc:sqlite:" + file);
        hikari.setDataSourceProperties(sqlite.toProperties());
        hikari.setMaximumPoolSize(size);
        hikari.setMinimumIdle(1);
        hikari.setMaxLifetime(0);
        hikari.setConnectionTimeout(5_000);
        return new HikariDataSource(hikari);
    }
}

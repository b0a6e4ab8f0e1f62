package dev.tocsin.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;

/**
 * The connections to one SQLite file: one that writes, a few that read meanwhile. Everything that is so only with
 * SQLite stands here, in {@link Relocation} and in the migrations. Safe for use by many threads.
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

    Connections(Path file) {
        this.file = file;
        this.trouble = new Trouble(file);
        this.writing = trouble.guard(() -> pool(file, 1));
        try {
            trouble.guard(this::migrate);
            this.reading = trouble.guard(() -> pool(file, READERS));
        } catch (RuntimeException failed) {
            writing.close();
            throw failed;
        }
        this.writer = Jdbi.create(writing);
        this.reader = Jdbi.create(reading);
    }

    <T> T read(Function<Handle, T> question) {
        return trouble.guard(() -> reader.withHandle(question::apply));
    }

    /** All of it or none of it. */
    <T> T write(Function<Handle, T> change) {
        return trouble.guard(() -> writer.inTransaction(change::apply));
    }

    void change(Consumer<Handle> change) {
        trouble.guard(() -> writer.useTransaction(change::accept));
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
        try {
            trouble.guard(() -> writer.useHandle(handle -> handle.execute("pragma wal_checkpoint(truncate)")));
        } finally {
            reading.close();
            writing.close();
        }
    }

    private void migrate() {
        Flyway.configure()
                .dataSource(writing)
                .locations("classpath:db/migration/sqlite")
                .load()
                .migrate();
    }

    private static HikariDataSource pool(Path file, int size) {
        SQLiteConfig sqlite = new SQLiteConfig();
        sqlite.setJournalMode(SQLiteConfig.JournalMode.WAL);
        sqlite.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        sqlite.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
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

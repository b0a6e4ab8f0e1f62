package dev.tocsin.store;

import dev.tocsin.engine.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a store somebody else damaged is not used: the files are looked at every time, all pages now and then.
 * What is damaged stays so until the next start; a file that was away may come back. One thread inspects, many ask.
 */
final class Inspection implements AutoCloseable {
    /** How long after its opening a store is read whole for the first time. */
    private static final Duration FIRST = Duration.ofMinutes(10);

    /** From one whole reading to the next, for each begun gibibyte. */
    private static final Duration PER_GIBIBYTE = Duration.ofHours(1);

    private final Path file;
    private final FileWatch files;
    private @Nullable Instant due;
    private volatile Optional<StoreUnavailable> unfit = Optional.empty();
    private boolean damaged;
    private volatile @Nullable Statement reading;

    Inspection(Path file, FileWatch files) {
        this.file = file;
        this.files = files;
    }

    static Inspection of(Path file) {
        try {
            return new Inspection(file, FileWatch.over(file));
        } catch (IOException failed) {
            throw new StoreUnavailable("The store " + file + " cannot be looked at: " + failed.getMessage(), failed);
        }
    }

    /** Throws where the store must not be used. */
    void ensureFit() {
        unfit.ifPresent(trouble -> {
            throw new StoreUnavailable(trouble.text(), trouble);
        });
    }

    /** Looks at the files, and throws where they are not as they should be. */
    void look() {
        if (damaged) {
            ensureFit();
        }
        try {
            judge(files.look());
        } catch (IOException failed) {
            judge(new FileWatch.Found.Away("The file of the store " + file + " cannot be read: " + failed.getMessage()
                    + ". Is its disk there, and may this user read it?"));
        }
        ensureFit();
    }

    /** Whether all pages are to be read again; answers so once. */
    boolean isDue(Instant now) {
        if (due == null) {
            due = now.plus(FIRST);
        }
        if (now.isBefore(due)) {
            return false;
        }
        due = now.plus(PER_GIBIBYTE.multipliedBy(1 + files.size() / (1L << 30)));
        return true;
    }

    /** Reads all pages; throws where they do not fit together. */
    void readAll(Handle handle) {
        String found = handle.createQuery("pragma quick_check(1)")
                .addCustomizer(new StatementCustomizer() {
                    @Override
                    public void beforeExecution(PreparedStatement statement, StatementContext context) {
                        reading = statement;
                    }

                    @Override
                    public void afterExecution(PreparedStatement statement, StatementContext context) {
                        reading = null;
                    }
                })
                .mapTo(String.class)
                .first();
        if (!found.equals("ok")) {
            judge(FileWatch.damaged("The store " + file + " is damaged: " + found + "."));
        }
        ensureFit();
    }

    /** Stops a reading that goes on. */
    void stop() {
        Statement going = reading;
        if (going != null) {
            try {
                going.cancel();
            } catch (SQLException over) {
                reading = null;
            }
        }
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException failed) {
            throw new StoreUnavailable("The store " + file + " cannot be closed: " + failed.getMessage(), failed);
        }
    }

    private void judge(FileWatch.Found found) {
        switch (found) {
            case FileWatch.Found.Well ignored -> unfit = Optional.empty();
            case FileWatch.Found.Away away -> unfit = Optional.of(trouble(away.text()));
            case FileWatch.Found.Damaged lost -> {
                damaged = true;
                unfit = Optional.of(trouble(lost.text()));
            }
        }
    }

    private static StoreUnavailable trouble(String text) {
        return new StoreUnavailable(text, new IOException(text));
    }
}

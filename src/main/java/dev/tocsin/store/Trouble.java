package dev.tocsin.store;

import dev.tocsin.engine.StoreUnavailable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells lost infrastructure from a fault of ours, and puts the first into words for an operator. */
final class Trouble {
    private final Path file;

    Trouble(Path file) {
        this.file = file;
    }

    /** Runs it; what the disk or another process did to the store comes out as {@link StoreUnavailable}. */
    <T> T guard(Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreUnavailable told) {
            throw told;
        } catch (RuntimeException failed) {
            throw explained(failed).map(RuntimeException.class::cast).orElse(failed);
        }
    }

    void guard(Runnable work) {
        guard(() -> {
            work.run();
            return true;
        });
    }

    private Optional<StoreUnavailable> explained(RuntimeException failed) {
        return Stream.<Throwable>iterate(failed, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .flatMap(cause -> text(cause).stream())
                .findFirst()
                .map(text -> new StoreUnavailable(text, failed));
    }

    private Optional<String> text(SQLException cause) {
        if (cause instanceof SQLTransientConnectionException) {
            return Optional.of("The store " + file + " gives no connection: " + cause.getMessage() + ".");
        }
        return cause instanceof SQLiteException lite ? text(lite.getResultCode()) : Optional.empty();
    }

    private Optional<String> text(SQLiteErrorCode code) {
        int primary = code.code & 0xff;
        if (primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return Optional.of("The store " + file + " is locked by another program; close it.");
        }
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return Optional.of("The disk of the store " + file + " is full; free some space.");
        }
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return Optional.of("The store " + file + " is damaged or not a store (" + code
                    + "); move it away, and put a backup in its place or start with a new one.");
        }
        if (primary == SQLiteErrorCode.SQLITE_READONLY.code || primary == SQLiteErrorCode.SQLITE_PERM.code) {
            return Optional.of("The store " + file + " cannot be written: it or its folder is read-only.");
        }
        if (primary == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return Optional.of("The store " + file + " cannot be opened; does its folder exist, and may this user"
                    + " write there?");
        }
        if (primary == SQLiteErrorCode.SQLITE_IOERR.code) {
            return Optional.of("The disk of the store " + file + " fails (" + code + ").");
        }
        return Optional.empty();
    }
}

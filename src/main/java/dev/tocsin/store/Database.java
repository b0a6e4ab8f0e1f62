package dev.tocsin.store;

import dev.tocsin.engine.StoreUnavailable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * The store's file, which may be another one later. While it moves nothing is read or written; whoever has to wait for
 * too long is answered as if another process held the file. Safe for use by many threads.
 */
final class Database implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /** Held for writing while the file moves, else for reading. */
    private final ReadWriteLock moving = new ReentrantReadWriteLock();

    private volatile Connections connections;

    Database(Path file) {
        this.connections = new Connections(file);
    }

    Path file() {
        return connections.file();
    }

    <T> T read(Function<Handle, T> question) {
        return holding(moving.readLock(), () -> connections.read(question));
    }

    /** Several questions about one moment. */
    <T> T readAtOnce(Function<Handle, T> questions) {
        return holding(moving.readLock(), () -> connections.readAtOnce(questions));
    }

    /** Throws where the files are not as they should be; now and then reads all of them. Called by one thread. */
    void inspect(Instant now) {
        holding(moving.readLock(), () -> {
            connections.inspect(now);
            return true;
        });
    }

    /** All of it or none of it. */
    <T> T write(Function<Handle, T> change) {
        return holding(moving.readLock(), () -> connections.write(change));
    }

    void change(Consumer<Handle> change) {
        write(handle -> {
            change.accept(handle);
            return true;
        });
    }

    /** Goes on in a copy at another place, which must be free; throws {@link StoreUnavailable} and stays where it was. */
    void moveTo(Path file) {
        holding(moving.writeLock(), () -> {
            Connections before = connections;
            Relocation.copy(before, file);
            connections = Relocation.opened(file);
            before.close();
            return true;
        });
    }

    /** Puts the write-ahead log into the file and gives up the connections. */
    @Override
    public void close() {
        connections.close();
    }

    private interface Step<T> {
        T take();
    }

    private <T> T holding(Lock lock, Step<T> step) {
        if (!lock.tryLock() && !waitFor(lock)) {
            throw new StoreUnavailable(
                    "The store " + file() + " is moving to another file, or busy.",
                    new IllegalStateException("locked"));
        }
        try {
            return step.take();
        } finally {
            lock.unlock();
        }
    }

    private static boolean waitFor(Lock lock) {
        try {
            return lock.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

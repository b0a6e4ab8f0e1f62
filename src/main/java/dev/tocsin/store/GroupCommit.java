package dev.tocsin.store;

import dev.tocsin.engine.StoreUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The one that writes. Changes that wait at the same time are committed together, since a commit waits for the disk
 * whatever it holds. Each is whole by itself: one that fails is undone alone, unless it is the store that fails, and then
 * none of them is done. Safe for use by many threads.
 */
final class GroupCommit {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final String POINT = "change";

    private final Jdbi writer;
    private final ConcurrentLinkedQueue<Waiting<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    GroupCommit(Jdbi writer) {
        this.writer = writer;
    }

    /** A change and what came of it; written and read by whoever has the turn. */
    private static final class Waiting<T> {
        private final Function<Handle, T> change;
        private @Nullable T result;
        private @Nullable RuntimeException failure;
        private boolean settled;

        Waiting(Function<Handle, T> change) {
            this.change = change;
        }

        void run(Handle handle) {
            result = change.apply(handle);
        }

        void settle(@Nullable RuntimeException failed) {
            failure = failed;
            settled = true;
        }

        @SuppressWarnings("NullAway") // A change may answer null where its type allows it.
        T outcome() {
            if (failure != null) {
                throw failure;
            }
            return result;
        }
    }

    /**
     * All of the change or none of it, on the disk when this returns.
     *
     * @throws StoreUnavailable where others write for five seconds and it was not done
     * @throws IllegalStateException within a change: it would be undone with that one after it was called done
     */
    <T> T write(Function<Handle, T> change) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a change is written within a change");
        }
        Waiting<T> own = new Waiting<>(change);
        waiting.add(own);
        if (!takeTurn() && waiting.remove(own)) {
            throw new StoreUnavailable(
                    "The store is busy: others have written for " + LONGEST_WAIT.toSeconds() + " s.",
                    new IllegalStateException("no turn"));
        }
        if (!turn.isHeldByCurrentThread()) {
            turn.lock();
        }
        try {
            if (!own.settled) {
                commit(drained());
            }
            return own.outcome();
        } finally {
            turn.unlock();
        }
    }

    private boolean takeTurn() {
        try {
            return turn.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<Waiting<?>> drained() {
        List<Waiting<?>> all = new ArrayList<>();
        for (Waiting<?> one = waiting.poll(); one != null; one = waiting.poll()) {
            all.add(one);
        }
        return all;
    }

    private void commit(List<Waiting<?>> changes) {
        List<Waiting<?>> done = new ArrayList<>();
        try {
            writer.useTransaction(handle -> changes.forEach(change -> {
                if (changes.size() == 1) {
                    change.run(handle);
                    done.add(change);
                } else {
                    alone(handle, change, done);
                }
            }));
            done.forEach(change -> change.settle(null));
        } catch (RuntimeException failed) {
            settle(changes, failed);
        } finally {
            settle(changes, new IllegalStateException("the store was not written"));
        }
    }

    /** Where that cannot be, SQLite has undone everything, and what it said first says why. */
    private static void undo(Handle handle, RuntimeException failed) {
        try {
            handle.rollbackToSavepoint(POINT);
        } catch (RuntimeException gone) {
            failed.addSuppressed(gone);
            throw failed;
        }
    }

    private static void settle(List<Waiting<?>> changes, RuntimeException failed) {
        changes.stream().filter(change -> !change.settled).forEach(change -> change.settle(failed));
    }

    private static void alone(Handle handle, Waiting<?> change, List<Waiting<?>> done) {
        handle.savepoint(POINT);
        try {
            change.run(handle);
            handle.releaseSavepoint(POINT);
            done.add(change);
        } catch (RuntimeException failed) {
            undo(handle, failed);
            change.settle(failed);
        }
    }
}

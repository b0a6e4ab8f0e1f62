package dev.tocsin.engine;

import java.util.List;

/** Where changes are kept. Written by one thread. */
public interface Ledger {
    /** What is known from before; throws {@link StoreUnavailable}. */
    Remembered load();

    /** Throws {@link StoreUnavailable} unless writes are taken now; changes nothing, and may block for seconds. */
    void ensureWritable();

    /** Writes all the changes in one transaction, or none and throws {@link StoreUnavailable}. */
    void commit(List<Change> changes);
}

package dev.tocsin.engine;

import java.util.Optional;

/**
 * Small facts that adapters keep over restarts, by name. Safe for use by many threads; every call may throw {@link
 * StoreUnavailable}.
 */
public interface Memo {
    Optional<String> read(String name);

    /** Keeps this in place of what was kept by that name. */
    void write(String name, String value);
}

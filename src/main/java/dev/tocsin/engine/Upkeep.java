package dev.tocsin.engine;

import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What the store needs doing now and then. Used by one thread; every call may throw {@link StoreUnavailable}. */
public interface Upkeep {
    /**
     * Rolls up some looks of hours that are over, in one transaction that holds no lock for long. Looks that came late
     * are rolled up anew with their whole hour.
     *
     * @param every how often a target is looked at now; none of a target that is not watched
     */
    Rolled roll(Instant now, Function<TargetId, Optional<Duration>> every);

    /** Whether there is more to roll up at once. */
    enum Rolled {
        MORE,
        ALL
    }

    /**
     * Throws {@link StoreUnavailable} where somebody else damaged the store, or took it away. Call it every few seconds;
     * now and then it reads everything, and may take minutes.
     */
    void inspect(Instant now);
}

package dev.tocsin.core.detect;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether anybody was looking while a change came about. */
public enum Cover {
    /** Looks went on: the change lies between two of them. */
    WATCHED,
    /** Nobody looked for a while: the bot was off, blind or paused, or the target is new. */
    UNWATCHED;

    /**
     * The cover between two looks.
     *
     * @param longest the longest time between two looks that still counts as watching
     */
    public static Cover between(Optional<Instant> earlier, Instant later, Duration longest) {
        return earlier.filter(at -> Duration.between(at, later).compareTo(longest) <= 0)
                .map(at -> WATCHED)
                .orElse(UNWATCHED);
    }
}

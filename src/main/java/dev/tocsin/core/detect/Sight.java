package dev.tocsin.core.detect;

import dev.tocsin.core.observe.ControlCount;
import java.time.Instant;
import java.util.Optional;

/** Whether this vantage can see the outside at all. */
public sealed interface Sight {
    /** No controls are configured, or none has been asked yet: nothing to tell our own network's fault by. */
    record Unguarded() implements Sight {}

    /**
     * Enough controls answer.
     *
     * @param blindUntil when the last blindness ended, where there was one; looks begun before then count for nothing
     */
    record Clear(ControlCount controls, Optional<Instant> blindUntil) implements Sight {}

    /** Too few controls answer: every verdict is frozen. */
    record Blind(Instant since, ControlCount controls) implements Sight {}
}

package dev.tocsin.core.detect;

import dev.tocsin.core.observe.Failure;
import java.time.Instant;

/** The state a target is held to be in. */
public sealed interface Health {
    /** When this state began. */
    Instant since();

    /** Never judged yet. */
    record Unknown(Instant since) implements Health {}

    record Up(Instant since) implements Health {}

    /** Confirmed to lose some of the looks, less than half. */
    record Losing(Instant since, Instant confirmedAt) implements Health {}

    /** Failed, but not often enough to say so. {@code was} is what it is held to be until then. */
    record Suspected(Onset onset, Failure failure, Health was) implements Health {
        @Override
        public Instant since() {
            return onset.firstFailure();
        }
    }

    /** Confirmed not to answer. */
    record Down(Onset onset, Instant confirmedAt, Failure failure) implements Health {
        @Override
        public Instant since() {
            return onset.firstFailure();
        }
    }

    /** Answers again, but not often enough to say so. */
    record Recovering(Down down, Restoration restoration) implements Health {
        @Override
        public Instant since() {
            return restoration.firstSuccess();
        }
    }
}

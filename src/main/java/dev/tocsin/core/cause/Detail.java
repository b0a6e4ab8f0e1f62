package dev.tocsin.core.cause;

import dev.tocsin.core.observe.Vantage;
import java.time.Instant;
import java.util.List;

/** What an assessment's sentence names beside its cause. */
public sealed interface Detail {
    /** The certificate that was shown ended then. */
    record Ended(Instant at) implements Detail {}

    /** Whence it fails and whence it answers, each in order of their names. */
    record Seen(List<Vantage> failing, List<Vantage> answering) implements Detail {
        public Seen {
            failing = List.copyOf(failing);
            answering = List.copyOf(answering);
        }
    }

    /** How a maintenance shows. */
    record Upkeep(Way way) implements Detail {}

    enum Way {
        PAGE,
        RETRY_AFTER,
        ANNOUNCED
    }
}

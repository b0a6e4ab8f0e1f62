package dev.tocsin.core.cause;

import dev.tocsin.core.observe.Outcome;
import java.util.Optional;

/**
 * What is known beside a name that fails. Each is empty where nobody measured it.
 *
 * @param pinned what the address that served last does while its name fails, or beside it
 * @param servers where the domain's name servers stand
 * @param resolvers resolvers at which the name failed, of those that were asked
 */
public record Naming(Optional<Pinned> pinned, Optional<Servers> servers, Optional<Tally> resolvers) {
    public static final Naming UNKNOWN = new Naming(Optional.empty(), Optional.empty(), Optional.empty());

    /** What a look at the address that served last says; empty where it says neither. */
    public static Optional<Pinned> pinned(Outcome outcome) {
        if (outcome.isWorking()) {
            return Optional.of(Pinned.SERVES);
        }
        return outcome instanceof Outcome.Down down && Sign.of(down.failure()) == Sign.SILENT
                ? Optional.of(Pinned.SILENT)
                : Optional.empty();
    }

    public enum Pinned {
        /** It still serves what is expected. */
        SERVES,
        /** Nothing comes back. */
        SILENT
    }

    public enum Servers {
        /** Every one of them stands inside the failing network. */
        ALL_INSIDE,
        /** At least one stands elsewhere. */
        SOME_OUTSIDE
    }
}

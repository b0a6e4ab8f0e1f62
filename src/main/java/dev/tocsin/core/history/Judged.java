package dev.tocsin.core.history;

import dev.tocsin.core.observe.Outcome;

/** What a look counts as. */
public enum Judged {
    UP,
    /** The service worked, with a flaw. */
    DEGRADED,
    DOWN,
    /** The look counts for nothing. */
    UNJUDGED;

    public static Judged of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up ignored -> UP;
            case Outcome.Degraded ignored -> DEGRADED;
            case Outcome.Down ignored -> DOWN;
            case Outcome.Unjudged ignored -> UNJUDGED;
        };
    }
}

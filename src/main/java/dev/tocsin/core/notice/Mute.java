package dev.tocsin.core.notice;

import dev.tocsin.core.target.Scope;
import java.time.Instant;

/**
 * A time in which notices about a scope are held back; measuring goes on.
 *
 * @param id positive, never used twice
 * @param from first instant of it
 * @param until first instant after it
 * @param reason what the admin gave; may be empty
 */
public record Mute(
        long id, Purpose purpose, Scope scope, Instant from, Instant until, String reason, String by, Ended ended) {
    /** Why notices are held back. */
    public enum Purpose {
        MUTE,
        MAINTENANCE
    }

    /** Whether the end has been dealt with: a summary sent where something was still down. */
    public enum Ended {
        NOT_YET,
        DONE
    }

    /** Whether it holds notices back at this instant. */
    public boolean holdsAt(Instant now) {
        return ended == Ended.NOT_YET && !now.isBefore(from) && now.isBefore(until);
    }

    /** This mute, over at the given instant. */
    public Mute endedAt(Instant at) {
        return new Mute(id, purpose, scope, from, at.isBefore(until) ? at : until, reason, by, Ended.DONE);
    }
}

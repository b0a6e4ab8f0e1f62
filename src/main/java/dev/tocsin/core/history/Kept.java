package dev.tocsin.core.history;

import java.time.Instant;

/**
 * What is still kept of a target's past, as its looks get old: first the looks go, then the minutes, then the hours.
 *
 * @param rolledUntil up to here looks are rolled up; a whole hour
 * @param looks from here on every look is kept; a whole hour, not after {@code rolledUntil}
 * @param minutes from here on minutes are kept; a whole hour
 * @param hours from here on hours are kept; a whole day
 */
public record Kept(Instant rolledUntil, Instant looks, Instant minutes, Instant hours) {
    /** Of a target that was never looked at, or whose looks are all as they were. */
    public static final Kept LOOKS = new Kept(Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);

    /** The finest that is kept at this moment; seconds stand for looks. */
    Grain finest(Instant at) {
        if (!at.isBefore(rolledUntil) || !at.isBefore(looks)) {
            return Grain.SECOND;
        }
        return !at.isBefore(minutes) ? Grain.MINUTE : !at.isBefore(hours) ? Grain.HOUR : Grain.DAY;
    }

    /** Whether roll-ups of this grain are kept from this moment on. */
    boolean has(Grain grain, Instant at) {
        return switch (grain) {
            case SECOND -> finest(at) == Grain.SECOND;
            case MINUTE -> !at.isBefore(minutes);
            case HOUR -> !at.isBefore(hours);
            case DAY -> true;
        };
    }
}

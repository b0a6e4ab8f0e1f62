package dev.tocsin.core.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a lookup said of an address, and when.
 *
 * @param found empty where the address is announced by nobody
 */
public record LookedUp(Address address, Optional<Announcement> found, Instant at) {
    /** For how long what was found is taken as it is. */
    public static final Duration FOUND = Duration.ofHours(24);
    /** From one question that brought nothing to the next. */
    public static final Duration NOTHING = Duration.ofMinutes(15);
    /** For how long what was found is still taken while newer lookups fail. */
    public static final Duration STALE = Duration.ofDays(30);

    /** How far it can be relied on. */
    public enum Age {
        FRESH,
        /** It holds until something newer is known, which is to be asked for. */
        DUE,
        /** It says nothing any more. */
        OVER
    }

    /** How old it is; what lies in the future, since the clock was set, is to be asked for anew. */
    public Age age(Instant now) {
        Duration age = Duration.between(at, now);
        if (age.isNegative()) {
            return Age.DUE;
        }
        if (age.compareTo(found.isPresent() ? FOUND : NOTHING) < 0) {
            return Age.FRESH;
        }
        return found.isPresent() && age.compareTo(STALE) < 0 ? Age.DUE : Age.OVER;
    }
}

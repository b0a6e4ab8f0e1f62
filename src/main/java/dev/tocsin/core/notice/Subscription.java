package dev.tocsin.core.notice;

import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
import java.time.Instant;
import java.util.Objects;

/**
 * A channel's wish to be told.
 *
 * @param id positive; those of the file are numbered by their place in it, negatively
 * @param atLeast lowest severity that is told
 * @param manner how it is told
 * @param by who asked for it
 */
public record Subscription(
        long id,
        ChannelRef channel,
        Scope scope,
        Severity atLeast,
        Manner manner,
        Origin origin,
        String by,
        Instant since) {
    /** Older stores hold none with a manner. */
    public Subscription {
        manner = Objects.requireNonNullElse(manner, Manner.PLAIN);
    }

    /** The same wish in another place. */
    public Subscription in(ChannelRef other) {
        return new Subscription(id, other, scope, atLeast, manner, origin, by, since);
    }
}

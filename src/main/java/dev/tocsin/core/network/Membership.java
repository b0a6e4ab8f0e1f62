package dev.tocsin.core.network;

import dev.tocsin.core.target.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a target stands in a network.
 *
 * @param since from when on this is known without a change, at the earliest the bot's start
 */
public record Membership(TargetId target, Place.Known place, Instant since) {
    public Group network() {
        return place.network();
    }

    /** The network first, then what that is part of, the highest last. */
    public List<Group> groups() {
        return place.groups();
    }

    public Place.Source source() {
        return place.source();
    }

    /** When the lookup was answered that this follows from; empty where it follows from none. */
    public Optional<Instant> lookedUpAt() {
        return place.lookup().map(LookedUp::at);
    }
}

package dev.tocsin.replay;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands where it was put. Used by one thread. */
final class VirtualTime implements InstantSource {
    private Instant now;

    VirtualTime(Instant start) {
        now = start;
    }

    /** Never backwards. */
    void reach(Instant later) {
        now = later.isAfter(now) ? later : now;
    }

    @Override
    public Instant instant() {
        return now;
    }
}

package dev.tocsin.engine;

/** Takes looks one at a time, so that a long past is read without being held. Used by one thread. */
public interface LookTally {
    /**
     * Counts a look; they come oldest first.
     *
     * @param at its beginning, milliseconds since the epoch
     * @param total how long it took, microseconds
     */
    void count(long at, Judged judged, long total);

    /** What a look says about up and down time. */
    enum Judged {
        /** The service worked: up or degraded. */
        WORKING,
        /** It did not. */
        FAILED,
        /** The look counts for nothing. */
        UNJUDGED
    }
}

package dev.tocsin.engine;

/**
 * How much is looked at at a time.
 *
 * @param inFlight most looks going on at once, at least 1
 * @param shards groups of targets that are ticked on their own, at least 1
 */
public record Capacity(int inFlight, int shards) {
    public Capacity {
        if (inFlight < 1 || shards < 1) {
            throw new IllegalArgumentException("inFlight and shards are positive");
        }
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.observe.Vantage;
import java.util.List;

/**
 * What the engine is fitted with: its eyes, its voices and its words.
 *
 * @param inFlight most looks going on at once, at least 1
 * @param shards groups of targets that are ticked on their own, at least 1
 */
public record Fittings(
        Vantage vantage, Prober prober, List<Channel> channels, Wording wording, int inFlight, int shards) {
    public Fittings {
        channels = List.copyOf(channels);
        if (inFlight < 1 || shards < 1) {
            throw new IllegalArgumentException("inFlight and shards are positive");
        }
    }
}

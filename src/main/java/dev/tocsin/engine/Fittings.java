package dev.tocsin.engine;

import java.util.List;

/**
 * What the engine is fitted with: its eyes, its voices and its words, how much it looks at at first, and whom it asks
 * whose addresses are.
 */
public record Fittings(
        Prober prober, List<Channel> channels, Wording wording, Capacity capacity, OriginLookup origins) {
    public Fittings {
        channels = List.copyOf(channels);
    }

    /** Those of an engine that has nobody to ask whose addresses are. */
    public Fittings(Prober prober, List<Channel> channels, Wording wording, Capacity capacity) {
        this(prober, channels, wording, capacity, OriginLookup.NOBODY);
    }
}

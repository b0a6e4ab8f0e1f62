package dev.tocsin.engine;

import java.util.List;

/** What the engine is fitted with: its eyes, its voices and its words, and how much it looks at at first. */
public record Fittings(Prober prober, List<Channel> channels, Wording wording, Capacity capacity) {
    public Fittings {
        channels = List.copyOf(channels);
    }
}

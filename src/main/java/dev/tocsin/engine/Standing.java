package dev.tocsin.engine;

import dev.tocsin.core.detect.Stance;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.Target;
import java.util.List;

/**
 * How one target stands now.
 *
 * @param recent its newest looks, newest first, at most ten
 * @param counts looks since the bot started, by what became of them
 */
public record Standing(Target target, Watching watching, Stance stance, List<Observation> recent, Counts counts) {
    public Standing {
        recent = List.copyOf(recent);
    }

    /** Whether looks are made. */
    public enum Watching {
        ON,
        PAUSED
    }

    /**
     * Counted since the bot started.
     *
     * @param made looks that ended
     * @param unjudged of these, looks that count for nothing
     * @param missed due looks that were never made, because the bot stood still or the look before had not ended
     */
    public record Counts(long made, long unjudged, long missed) {}
}

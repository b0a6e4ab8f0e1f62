package dev.tocsin.command.builtin;

import dev.tocsin.core.history.Rollup;
import java.time.Duration;
import java.time.Instant;

/** A time as a strip of characters, one for each slice. A roll-up is drawn where it begins. Used by one thread. */
final class Strip {
    static final int SLICES = 48;
    static final String LEGEND = "█ answered  ▄ some looks failed  × all failed  · not measured";

    private final Instant from;
    private final long window;
    private final boolean[] worked = new boolean[SLICES];
    private final boolean[] failed = new boolean[SLICES];

    /** A strip of {@code [from, until)}. */
    Strip(Instant from, Instant until) {
        this.from = from;
        this.window = Math.max(1, Duration.between(from, until).toMillis());
    }

    void mark(Rollup rollup) {
        int slice = slice(rollup.at());
        worked[slice] |= rollup.working().isPositive();
        failed[slice] |= rollup.failing().isPositive();
    }

    String drawn() {
        StringBuilder strip = new StringBuilder();
        for (int i = 0; i < SLICES; i++) {
            strip.append(failed[i] ? worked[i] ? '▄' : '×' : worked[i] ? '█' : '·');
        }
        return strip.toString();
    }

    private int slice(Instant at) {
        return Math.clamp(Duration.between(from, at).toMillis() * SLICES / window, 0, SLICES - 1);
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A time as a strip of characters, one for each slice. Pure. */
final class Strip {
    static final int SLICES = 48;
    static final String LEGEND = "█ answered  ▄ some looks failed  × all failed  · not measured";

    private Strip() {}

    static String of(List<Observation> looks, Instant from, Instant until) {
        int[] up = new int[SLICES];
        int[] down = new int[SLICES];
        long window = Math.max(1, Duration.between(from, until).toMillis());
        for (Observation look : looks) {
            int slice = Math.clamp(Duration.between(from, look.at()).toMillis() * SLICES / window, 0, SLICES - 1);
            switch (look.outcome()) {
                case Outcome.Up ignored -> up[slice]++;
                case Outcome.Down ignored -> down[slice]++;
                case Outcome.Unjudged ignored -> {}
            }
        }
        StringBuilder strip = new StringBuilder();
        for (int i = 0; i < SLICES; i++) {
            strip.append(up[i] + down[i] == 0 ? '·' : down[i] == 0 ? '█' : up[i] == 0 ? '×' : '▄');
        }
        return strip.toString();
    }
}

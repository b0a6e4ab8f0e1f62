package dev.tocsin.command.builtin;

import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A time as a strip of characters, one for each slice. A look speaks for the time until the next, at most one and a half
 * intervals, as in {@link Uptime}. Pure.
 */
final class Strip {
    static final int SLICES = 48;
    static final String LEGEND = "█ answered  ▄ some looks failed  × all failed  · not measured";

    private final Instant from;
    private final long window;
    private final int[] up = new int[SLICES];
    private final int[] down = new int[SLICES];

    private Strip(Instant from, Instant until) {
        this.from = from;
        this.window = Math.max(1, Duration.between(from, until).toMillis());
    }

    static String of(List<Observation> looks, Duration every, Instant from, Instant until) {
        Strip strip = new Strip(from, until);
        Duration longest = every.multipliedBy(3).dividedBy(2);
        for (int i = 0; i < looks.size(); i++) {
            Instant at = looks.get(i).at();
            Instant next = i + 1 < looks.size() ? looks.get(i + 1).at() : until;
            Instant spoken = at.plus(longest).isBefore(next) ? at.plus(longest) : next;
            strip.mark(looks.get(i).outcome(), at, spoken);
        }
        return strip.drawn();
    }

    private void mark(Outcome outcome, Instant begin, Instant end) {
        for (int slice = slice(begin); slice <= slice(end.minusMillis(1)); slice++) {
            switch (outcome) {
                case Outcome.Up ignored -> up[slice]++;
                case Outcome.Degraded ignored -> up[slice]++;
                case Outcome.Down ignored -> down[slice]++;
                case Outcome.Unjudged ignored -> {}
            }
        }
    }

    private int slice(Instant at) {
        return Math.clamp(Duration.between(from, at).toMillis() * SLICES / window, 0, SLICES - 1);
    }

    private String drawn() {
        StringBuilder strip = new StringBuilder();
        for (int i = 0; i < SLICES; i++) {
            strip.append(up[i] + down[i] == 0 ? '·' : down[i] == 0 ? '█' : up[i] == 0 ? '×' : '▄');
        }
        return strip.toString();
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Up and down time by looks. A look speaks for the time until the next, at most one and a half intervals; time nobody
 * speaks for, and time of looks that do not count, is neither.
 *
 * @param up measured time in which the target answered
 * @param down measured time in which it did not
 * @param window the whole time asked about
 */
record Uptime(Duration up, Duration down, Duration window) {
    /** Pure; {@code looks} are oldest first and lie within the window. */
    static Uptime of(List<Observation> looks, Duration every, Instant from, Instant until) {
        Duration longest = every.multipliedBy(3).dividedBy(2);
        Duration up = Duration.ZERO;
        Duration down = Duration.ZERO;
        for (int i = 0; i < looks.size(); i++) {
            Instant next = i + 1 < looks.size() ? looks.get(i + 1).at() : until;
            Duration spoken = Duration.between(looks.get(i).at(), next);
            Duration counted = spoken.compareTo(longest) > 0 ? longest : spoken;
            switch (looks.get(i).outcome()) {
                case Outcome.Up ignored -> up = up.plus(counted);
                case Outcome.Degraded ignored -> up = up.plus(counted);
                case Outcome.Down ignored -> down = down.plus(counted);
                case Outcome.Unjudged ignored -> {}
            }
        }
        return new Uptime(up, down, Duration.between(from, until));
    }

    /** Up time as a share of measured time, 0 to 1; NaN where nothing was measured. */
    double share() {
        return up.toMillis() / (double) (up.toMillis() + down.toMillis());
    }

    /** Measured time as a share of the window, 0 to 1. */
    double measured() {
        return Math.min(1, (up.toMillis() + down.toMillis()) / (double) Math.max(1, window.toMillis()));
    }
}

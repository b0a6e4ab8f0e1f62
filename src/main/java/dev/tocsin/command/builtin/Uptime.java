package dev.tocsin.command.builtin;

import java.time.Duration;

/**
 * Up and down time by looks. Time nobody speaks for, and time of looks that do not count, is neither.
 *
 * @param up measured time in which the target answered
 * @param down measured time in which it did not
 * @param window the whole time asked about
 */
record Uptime(Duration up, Duration down, Duration window) {
    /** Up time as a share of measured time, 0 to 1; NaN where nothing was measured. */
    double share() {
        return up.toMillis() / (double) (up.toMillis() + down.toMillis());
    }

    /** Measured time as a share of the window, 0 to 1. */
    double measured() {
        return Math.min(1, (up.toMillis() + down.toMillis()) / (double) Math.max(1, window.toMillis()));
    }
}

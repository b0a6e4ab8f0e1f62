package dev.tocsin.command.builtin;

import java.time.Duration;
import java.util.List;

/** Percentiles by nearest rank. Pure. */
final class Percentiles {
    private Percentiles() {}

    /**
     * The smallest value that at least this share of all values does not exceed.
     *
     * @param sorted ascending, not empty
     * @param share above 0, at most 1
     */
    static Duration of(List<Duration> sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.clamp(rank, 1, sorted.size()) - 1);
    }
}

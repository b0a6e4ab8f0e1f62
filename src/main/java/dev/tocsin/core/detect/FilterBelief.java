package dev.tocsin.core.detect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The memory of the filter.
 *
 * @param masses what is held of the target's course, as of the last judged look
 * @param usual share of looks that fail while the target is up, learnt; 0 to 1
 * @param seen what each vantage last saw
 * @param tally looks since the onset of what is suspected, confirmed or ending
 * @param losingSince since when it is more likely than not that some looks are lost
 */
public record FilterBelief(
        Masses masses,
        double usual,
        List<Seen> seen,
        Tally tally,
        Optional<Instant> losingSince,
        Optional<Instant> lastSuccess,
        Optional<Instant> lastFailure)
        implements Belief {
    public FilterBelief {
        seen = List.copyOf(seen);
    }

    FilterBelief with(Tally other) {
        return new FilterBelief(masses, usual, seen, other, losingSince, lastSuccess, lastFailure);
    }

    /** The same, knowing of looks it did not weigh. */
    public FilterBelief with(Optional<Instant> success, Optional<Instant> failure) {
        return new FilterBelief(masses, usual, seen, tally, losingSince, success, failure);
    }

    @Override
    public int failures() {
        return tally.failed();
    }

    @Override
    public int looks() {
        return tally.looks();
    }
}

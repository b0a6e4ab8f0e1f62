package dev.tocsin.engine;

import dev.tocsin.core.history.Grain;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;

/**
 * A question about {@code [from, until)} of one target.
 *
 * @param every how often it is looked at now
 * @param coarsest the coarsest grain that will do; at the edges finer ones are told
 */
public record HistoryQuery(TargetId target, Duration every, Instant from, Instant until, Grain coarsest) {
    public HistoryQuery {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("the time asked about is empty");
        }
    }
}

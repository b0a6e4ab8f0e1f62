package dev.tocsin.engine;

import dev.tocsin.core.history.Rollup;
import java.time.Instant;
import java.util.List;

/**
 * What was measured of one target, in order of time.
 *
 * @param from where it begins: as asked, or before, where what is finer is kept no more
 * @param until where it ends: as asked, or after
 * @param rollups of seconds to days; of times in which nothing was measured there is none
 */
public record History(Instant from, Instant until, List<Rollup> rollups) {
    public History {
        rollups = List.copyOf(rollups);
    }
}

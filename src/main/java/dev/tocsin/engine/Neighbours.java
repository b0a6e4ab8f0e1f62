package dev.tocsin.engine;

import dev.tocsin.core.detect.Health;
import dev.tocsin.core.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The targets that answer now, as a comparison for one that does not; real ones for a real one, those of the practice
 * network for one of them. Used by the intake alone.
 */
final class Neighbours {
    /** Most names in a notice. */
    private static final int MOST = 5;
    /** An outage of many targets asks many times in one instant; the answer keeps this long. */
    private static final Duration KEEPS = Duration.ofSeconds(1);

    private final Watch watch;
    private List<Target> answering = List.of();
    private Instant asOf = Instant.MIN;

    Neighbours(Watch watch) {
        this.watch = watch;
    }

    /** Names of targets outside this one's network that answered within their last two intervals; at most five. */
    List<String> stillReachable(Target failed, Instant now) {
        if (now.isBefore(asOf)
                || asOf.equals(Instant.MIN)
                || Duration.between(asOf, now).compareTo(KEEPS) > 0) {
            answering = watch.all().stream()
                    .filter(one -> answers(one, now))
                    .map(WatchedTarget::target)
                    .sorted(Comparator.comparing(Target::severity).reversed().thenComparing(Target::id))
                    .toList();
            asOf = now;
        }
        return answering.stream()
                .filter(other -> !other.id().equals(failed.id()))
                .filter(failed::comparesWith)
                .filter(other -> failed.network().isEmpty() || !failed.network().equals(other.network()))
                .limit(MOST)
                .map(Target::name)
                .toList();
    }

    private static boolean answers(WatchedTarget one, Instant now) {
        Duration window = one.target()
                .pace()
                .every()
                .multipliedBy(2)
                .plus(one.target().pace().timeout());
        return one.watching() == Standing.Watching.ON
                && one.stance().health() instanceof Health.Up
                && one.stance()
                        .belief()
                        .lastSuccess()
                        .filter(at -> Duration.between(at, now).compareTo(window) <= 0)
                        .isPresent();
    }
}

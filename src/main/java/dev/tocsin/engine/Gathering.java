package dev.tocsin.engine;

import dev.tocsin.core.detect.Health;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How long a notice about an incident waits for others of the same event, so that one message tells of them all. Looks
 * of one network do not fail in step: they begin at their own times, and each failed one waits for a round of looks at
 * the controls. So an outage waits until those of its network that fail their looks as well can be decided. Used by the
 * intake alone.
 */
final class Gathering {
    /** Every notice waits this long. */
    static final Duration LEAST = Duration.ofSeconds(3);
    /** No notice waits longer. */
    static final Duration MOST = Duration.ofSeconds(10);
    /** An outage of many targets asks many times in one instant; the answer keeps this long. */
    private static final Duration KEEPS = Duration.ofSeconds(1);

    private final Watch watch;
    private Map<NetworkId, List<WatchedTarget>> suspects = Map.of();
    private Optional<Instant> asOf = Optional.empty();

    Gathering(Watch watch) {
        this.watch = watch;
    }

    Duration of(Notice notice, Instant now) {
        return notice instanceof Notice.Outage(Incident incident)
                ? network(incident.subject())
                        .flatMap(network ->
                                Subjects.target(incident.subject()).map(target -> waitFor(network.id(), target, now)))
                        .orElse(LEAST)
                : LEAST;
    }

    /** As long as the slowest other suspect of the network may take to be confirmed, within the bounds. */
    private Duration waitFor(NetworkId network, TargetId confirmed, Instant now) {
        boolean old = asOf.filter(at -> !now.isBefore(at))
                .filter(at -> Duration.between(at, now).compareTo(KEEPS) <= 0)
                .isEmpty();
        if (old) {
            suspects = suspects();
            asOf = Optional.of(now);
        }
        Duration wait = LEAST;
        for (WatchedTarget one : suspects.getOrDefault(network, List.of())) {
            if (isSuspected(one) && !one.target().id().equals(confirmed)) {
                wait = longer(wait, left(one));
            }
            if (wait.compareTo(MOST) >= 0) {
                return MOST;
            }
        }
        return wait;
    }

    private Map<NetworkId, List<WatchedTarget>> suspects() {
        return watch.all().stream()
                .filter(one -> isSuspected(one) && one.target().network().isPresent())
                .collect(Collectors.groupingBy(one -> one.target().network().orElseThrow()));
    }

    private static boolean isSuspected(WatchedTarget one) {
        return one.stance().health() instanceof Health.Suspected;
    }

    private static Duration left(WatchedTarget suspect) {
        Target target = suspect.target();
        Duration look = target.pace().timeout().plus(ControlWatch.APART);
        return switch (target.confirm()) {
            case Confirm.Weighed ignored -> MOST;
            case Confirm.Count count ->
                look.plus(count.recheck())
                        .multipliedBy(Math.max(
                                1, count.failures() - suspect.stance().belief().failures()));
        };
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Optional<Network> network(Subject subject) {
        return switch (subject) {
            case Subject.OfTarget of -> of.network();
            case Subject.OfNetwork ignored -> Optional.empty();
        };
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.cause.Members;
import dev.tocsin.core.cause.Tally;
import dev.tocsin.core.detect.Health;
import dev.tocsin.core.detect.Onset;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the other targets of a failing one's network do, and those of other networks. Used by the intake alone.
 */
final class NetworkView {
    /** What failed longer before failed on its own. */
    private static final Duration TOGETHER = Duration.ofMinutes(10);
    /** An outage of many targets asks many times in one instant; which target stands in which network keeps this long. */
    private static final Duration KEEPS = Duration.ofSeconds(1);

    private final Watch watch;
    private final Map<TargetId, Onset> ended = new HashMap<>();
    private Map<NetworkId, List<WatchedTarget>> networks = Map.of();
    private Map<NetworkId, State> states = Map.of();
    private Optional<Instant> asOf = Optional.empty();

    /** How one target stands to an outage that began at an instant. */
    private enum Part {
        FAILING,
        STEADY,
        /** Not looked at since, or neither failing nor steady. */
        NOT_SEEN_SINCE,
        FAILED_BEFORE
    }

    /**
     * How a network stands.
     *
     * @param one any of its targets
     */
    private record State(Target one, int failing, int known, Instant lastSuccess) {}

    NetworkView(Watch watch) {
        this.watch = watch;
    }

    /** It answers again after an outage that began so. */
    void ended(TargetId target, Onset onset) {
        ended.put(target, onset);
    }

    /** The members of this target's network; empty where it stands in none. */
    Optional<Members> members(Target subject, Onset onset, Instant now) {
        renew(now);
        return subject.network().map(id -> members(subject, onset, networks.getOrDefault(id, List.of())));
    }

    private Members members(Target subject, Onset onset, List<WatchedTarget> all) {
        Map<Part, List<WatchedTarget>> parts = all.stream()
                .filter(one -> !one.target().id().equals(subject.id()))
                .filter(one -> one.target().comparesWith(subject))
                .collect(Collectors.groupingBy(one -> part(one, onset)));
        List<WatchedTarget> failing = parts.getOrDefault(Part.FAILING, List.of());
        int steady = parts.getOrDefault(Part.STEADY, List.of()).size();
        int unseen = parts.getOrDefault(Part.NOT_SEEN_SINCE, List.of()).size();
        Stream<Instant> began =
                failing.stream().flatMap(one -> onset(one).stream()).map(Onset::firstFailure);
        List<Instant> onsets =
                Stream.concat(Stream.of(onset.firstFailure()), began).sorted().toList();
        Duration interval = Stream.concat(Stream.of(subject), failing.stream().map(WatchedTarget::target))
                .map(one -> one.pace().every())
                .max(Duration::compareTo)
                .orElseThrow();
        return new Members(
                onsets.size(),
                steady,
                onsets.size() + steady + unseen,
                Duration.ZERO,
                onsets.size() < 2
                        ? Optional.empty()
                        : Optional.of(
                                new Members.Spread(Duration.between(onsets.getFirst(), onsets.getLast()), interval)));
    }

    /** Networks of the same country or operator as this one that answer since the onset, of those looked at since. */
    Optional<Tally> relatives(Target subject, Onset onset, Instant now) {
        renew(now);
        Optional<Network> own = watch.roster().networkOf(subject);
        return own.flatMap(network -> tally(
                subject, onset, other -> isRelated(network, other), state -> state.failing() * 2 < state.known()));
    }

    /** Networks other than this target's that fail for the greater part, of those looked at since the onset. */
    Optional<Tally> elsewhere(Target subject, Onset onset, Instant now) {
        renew(now);
        return tally(subject, onset, other -> true, state -> state.failing() * 2 >= state.known());
    }

    private Optional<Tally> tally(Target subject, Onset onset, Predicate<Network> among, Predicate<State> counted) {
        List<State> seen = watch.roster().networks().values().stream()
                .filter(other -> !subject.network().equals(Optional.of(other.id())))
                .filter(among)
                .flatMap(other -> Optional.ofNullable(states.get(other.id())).stream())
                .filter(state -> subject.comparesWith(state.one()))
                .filter(one ->
                        one.failing() * 2 >= one.known() || !one.lastSuccess().isBefore(onset.firstFailure()))
                .toList();
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Tally((int) seen.stream().filter(counted).count(), seen.size()));
    }

    private static boolean isRelated(Network one, Network other) {
        return (one.country().isPresent() && one.country().equals(other.country()))
                || (one.asn().isPresent() && one.asn().equals(other.asn()));
    }

    private Part part(WatchedTarget one, Onset onset) {
        Instant earliest = onset.firstFailure().minus(TOGETHER);
        Optional<Onset> began = onset(one);
        if (began.filter(at -> !at.firstFailure().isBefore(earliest)).isPresent()) {
            return Part.FAILING;
        }
        return switch (one.stance().health()) {
            case Health.Up ignored -> steady(one, onset);
            case Health.Unknown ignored -> Part.NOT_SEEN_SINCE;
            case Health.Losing ignored -> Part.NOT_SEEN_SINCE;
            case Health.Suspected ignored -> Part.FAILED_BEFORE;
            case Health.Down ignored -> Part.FAILED_BEFORE;
            case Health.Recovering ignored -> Part.FAILED_BEFORE;
        };
    }

    private static Part steady(WatchedTarget one, Onset onset) {
        boolean answered = one.stance()
                .belief()
                .lastSuccess()
                .filter(at -> !at.isBefore(onset.firstFailure()))
                .isPresent();
        return answered ? Part.STEADY : Part.NOT_SEEN_SINCE;
    }

    /** When it began to fail, now or in its last outage. */
    private Optional<Onset> onset(WatchedTarget one) {
        return switch (one.stance().health()) {
            case Health.Suspected suspected -> Optional.of(suspected.onset());
            case Health.Down down -> Optional.of(down.onset());
            case Health.Recovering recovering -> Optional.of(recovering.down().onset());
            case Health.Up ignored -> Optional.ofNullable(ended.get(one.target().id()));
            case Health.Unknown ignored -> Optional.empty();
            case Health.Losing ignored -> Optional.empty();
        };
    }

    private void renew(Instant now) {
        boolean keeps = asOf.filter(at -> !now.isBefore(at))
                .filter(at -> Duration.between(at, now).compareTo(KEEPS) <= 0)
                .isPresent();
        if (keeps) {
            return;
        }
        networks = watch.all().stream()
                .filter(one -> one.watching() == Standing.Watching.ON)
                .filter(one -> one.target().network().isPresent())
                .collect(Collectors.groupingBy(one -> one.target().network().orElseThrow()));
        states = networks.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> state(entry.getValue())));
        asOf = Optional.of(now);
    }

    private static State state(List<WatchedTarget> members) {
        int failing = (int) members.stream()
                .filter(one -> one.stance().health() instanceof Health.Suspected
                        || one.stance().health() instanceof Health.Down)
                .count();
        Instant last = members.stream()
                .flatMap(one -> one.stance().belief().lastSuccess().stream())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return new State(members.getFirst().target(), failing, members.size(), last);
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.detect.Health;
import dev.tocsin.core.detect.Onset;
import dev.tocsin.core.incident.Evidence;
import dev.tocsin.core.incident.Extent;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.network.Group;
import dev.tocsin.core.network.Place;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.Target;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the incident of a network, and those of its targets that are parts of it. Used by the intake alone. */
final class NetworkIncidents {
    /** Most names that are kept with an incident. */
    private static final int NAMED = 4;

    private final Books books;
    private final Evidences evidences;
    private final CauseRules causes;

    NetworkIncidents(Books books, Evidences evidences, CauseRules causes) {
        this.books = books;
        this.evidences = evidences;
        this.causes = causes;
    }

    Incident of(Troubled network, Instant now) {
        List<WatchedTarget> failing = network.failing();
        WatchedTarget first = failing.stream()
                .min(Comparator.comparing(
                        one -> Outbreaks.onset(one).orElseThrow().firstFailure()))
                .orElseThrow();
        Onset onset = Outbreaks.onset(first).orElseThrow();
        Incident incident = Incident.open(
                        books.numbers().incident(), subject(network), onset, now, evidence(failing, now))
                .with(new Extent(
                        failing.size(),
                        failing.size(),
                        failing.size(),
                        network.members().size(),
                        named(failing.stream().map(WatchedTarget::target).toList()),
                        Optional.empty()));
        return causes.assessed(incident, first.target(), now);
    }

    /** The incident of one target that fails with its network. */
    Incident part(WatchedTarget one, Onset onset, Failure failure, Incident network, Instant now) {
        Target target = one.target();
        Subject subject = Subject.OfTarget.of(target, books.watch().roster().networkOf(target));
        return causes.assessed(
                        Incident.open(
                                books.numbers().incident(),
                                subject,
                                onset,
                                now,
                                evidences.of(target, one.stance().belief(), failure, now)),
                        target,
                        now)
                .partOf(network.id());
    }

    /** Names of what is down, those that matter most first. */
    List<String> names(Collection<Incident> parts) {
        return parts.stream()
                .sorted(Comparator.comparing((Incident one) -> one.subject().severity())
                        .reversed()
                        .thenComparing(Incident::id))
                .limit(NAMED)
                .map(one -> one.subject().name())
                .toList();
    }

    private static List<String> named(List<Target> targets) {
        return targets.stream()
                .sorted(Comparator.comparing(Target::severity).reversed().thenComparing(Target::id))
                .limit(NAMED)
                .map(Target::name)
                .toList();
    }

    private Subject.OfNetwork subject(Troubled network) {
        Target one = network.members().getFirst().target();
        Optional<Network> declared = network.group() instanceof Group.Named named
                ? Optional.ofNullable(books.watch().roster().networks().get(named.network()))
                : Optional.empty();
        return new Subject.OfNetwork(
                network.group().key(),
                declared.map(Network::name).orElseGet(() -> text(network)),
                declared,
                network.members().stream()
                        .map(member -> new Subject.Member(
                                member.target().id(), member.target().tags()))
                        .toList(),
                network.members().stream()
                        .map(member -> member.target().severity())
                        .max(Comparator.naturalOrder())
                        .orElse(Severity.NORMAL),
                declared.map(Network::zone).orElse(one.zone()));
    }

    private static String text(Troubled network) {
        return network.source() == Place.Source.INFERRED
                ? "the range " + network.group().text() + " (inferred from addresses)"
                : network.group().text();
    }

    private Evidence evidence(List<WatchedTarget> failing, Instant now) {
        List<Evidence> each = failing.stream()
                .map(one -> evidences.of(one.target(), one.stance().belief(), failure(one), now))
                .toList();
        Failure usual =
                each.stream().map(Evidence::failure).collect(Collectors.groupingBy(Failure::kind)).values().stream()
                        .max(Comparator.comparingInt(List::size))
                        .orElseThrow()
                        .getFirst();
        Set<String> names = failing.stream().map(one -> one.target().name()).collect(Collectors.toSet());
        return new Evidence(
                each.stream().mapToInt(Evidence::failed).sum(),
                each.stream().mapToInt(Evidence::looks).sum(),
                each.stream().flatMap(one -> one.vantages().stream()).collect(Collectors.toSet()),
                usual,
                each.getFirst().controls(),
                each.getFirst().stillReachable().stream()
                        .filter(name -> !names.contains(name))
                        .toList());
    }

    private static Failure failure(WatchedTarget one) {
        return switch (one.stance().health()) {
            case Health.Suspected suspected -> suspected.failure();
            case Health.Down down -> down.failure();
            case Health.Recovering recovering -> recovering.down().failure();
            default -> throw new IllegalStateException(one.target().id() + " does not fail");
        };
    }
}

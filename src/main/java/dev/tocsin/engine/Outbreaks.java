package dev.tocsin.engine;

import dev.tocsin.core.detect.Health;
import dev.tocsin.core.detect.Onset;
import dev.tocsin.core.detect.Stance;
import dev.tocsin.core.incident.Extent;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Networks that fail as one: when a target of a network fails, all of the network are looked at; when most of them fail,
 * one incident tells of the network, and the incidents of its targets are parts of it. Goes by the second; used by the intake
 * alone.
 */
final class Outbreaks {
    private final Books books;
    private final Routing routing;
    private final Groupings groupings;
    private final Sweeps sweeps;
    private final NetworkIncidents incidents;
    private final Returns returns;

    Outbreaks(Books books, Routing routing, Groupings groupings, LookPlan plan, NetworkIncidents incidents) {
        this.books = books;
        this.routing = routing;
        this.groupings = groupings;
        this.sweeps = new Sweeps(plan);
        this.incidents = incidents;
        this.returns = new Returns(books, routing, groupings);
    }

    List<Change> ticked(Instant now) {
        List<Change> changes = new ArrayList<>();
        Map<String, Troubled> troubled = groupings.troubled();
        sweeps.retain(troubled.keySet());
        Set<String> open = new HashSet<>();
        for (Incident incident : List.copyOf(books.open())) {
            if (incident.subject() instanceof Subject.OfNetwork network) {
                open.add(network.key());
                changes.addAll(lasting(incident, network, Optional.ofNullable(troubled.get(network.key())), now));
            }
        }
        troubled.forEach((key, network) -> {
            if (!open.contains(key)) {
                changes.addAll(begins(network, now));
            }
        });
        return changes;
    }

    /** The incident of the network that this target's outage is a part of, where one is open. */
    Optional<Incident> over(TargetId target) {
        return groupings.keyOf(target).flatMap(books::openOn);
    }

    private List<Change> begins(Troubled network, Instant now) {
        sweeps.sweep(network, now);
        if (!network.opens(now)) {
            return List.of();
        }
        groupings.freeze(network.group());
        Incident incident = incidents.of(network, now);
        List<Change> changes = new ArrayList<>(List.of(new Change.IncidentWritten(incident)));
        network.failing().forEach(one -> changes.addAll(taken(one, incident, now)));
        changes.addAll(routing.announce(new Notice.Outage(incident), incident, books.mutes(), now));
        return changes;
    }

    /** What lasts: late members join, the extent is kept, a return is told, and the end. */
    private List<Change> lasting(
            Incident incident, Subject.OfNetwork subject, Optional<Troubled> troubled, Instant now) {
        List<Change> changes = new ArrayList<>();
        Map<TargetId, Incident> parts = new HashMap<>();
        books.open().stream()
                .filter(one -> one.partOf().equals(Optional.of(incident.id())))
                .forEach(one -> Subjects.target(one.subject()).ifPresent(target -> parts.put(target, one)));
        troubled.ifPresent(network -> {
            groupings.freeze(network.group());
            sweeps.sweepBack(network, now);
            network.down().stream()
                    .filter(one -> !parts.containsKey(one.target().id()))
                    .flatMap(one -> books.openOf(one.target().id()).stream())
                    .filter(one -> one.partOf().isEmpty() && isOfOneEvent(one, incident))
                    .map(one -> one.partOf(incident.id()))
                    .forEach(one -> {
                        parts.put(Subjects.target(one.subject()).orElseThrow(), one);
                        changes.add(new Change.IncidentWritten(one));
                    });
        });
        Extent before = incident.extent().orElseThrow();
        Extent extent = new Extent(
                parts.size(),
                Math.max(before.most(), parts.size()),
                before.told(),
                subject.members().size(),
                incidents.names(parts.values()),
                before.returning());
        Incident grown = incident.with(extent);
        if (!extent.equals(before) && !parts.isEmpty()) {
            changes.add(new Change.IncidentWritten(grown));
        }
        changes.addAll(returns.told(grown, parts.values(), now));
        return changes;
    }

    private static boolean isOfOneEvent(Incident one, Incident network) {
        return !one.onset()
                .firstFailure()
                .isBefore(network.onset().firstFailure().minus(Troubled.TOGETHER));
    }

    /** A member that fails with its network is down with it, though it alone was not confirmed yet. */
    private List<Change> taken(WatchedTarget one, Incident network, Instant now) {
        Optional<Incident> open = books.openOf(one.target().id());
        if (open.isPresent()) {
            return List.of(new Change.IncidentWritten(open.get().partOf(network.id())));
        }
        return one.stance().health() instanceof Health.Suspected suspected
                ? List.of(
                        new Change.Held(
                                one.target().id(),
                                new Stance(
                                        new Health.Down(suspected.onset(), now, suspected.failure()),
                                        one.stance().belief()),
                                now),
                        new Change.IncidentWritten(
                                incidents.part(one, suspected.onset(), suspected.failure(), network, now)))
                : List.of();
    }

    /** When a member began to fail. */
    static Optional<Onset> onset(WatchedTarget one) {
        return switch (one.stance().health()) {
            case Health.Suspected suspected -> Optional.of(suspected.onset());
            case Health.Down down -> Optional.of(down.onset());
            case Health.Recovering recovering -> Optional.of(recovering.down().onset());
            case Health.Up ignored -> Optional.empty();
            case Health.Losing ignored -> Optional.empty();
            case Health.Unknown ignored -> Optional.empty();
        };
    }

    /** How long ago, never less than nothing. */
    static Duration since(Instant then, Instant now) {
        return then.isAfter(now) ? Duration.ZERO : Duration.between(then, now);
    }
}

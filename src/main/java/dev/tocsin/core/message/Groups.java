package dev.tocsin.core.message;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.target.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Incidents by the network they share; those that last apart from those that are over. */
record Groups(List<Group> down, List<Group> over) {
    /**
     * Incidents that are told in one line.
     *
     * @param network what they share; empty where an incident stands alone
     */
    record Group(Optional<Network> network, List<Incident> incidents) {
        Incident first() {
            return incidents.getFirst();
        }

        boolean isSingle() {
            return incidents.size() == 1;
        }
    }

    static Groups of(List<Incident> incidents) {
        return new Groups(
                grouped(incidents.stream().filter(Incident::isOpen).toList()),
                grouped(incidents.stream().filter(one -> !one.isOpen()).toList()));
    }

    private static List<Group> grouped(List<Incident> incidents) {
        Map<Object, List<Incident>> byNetwork = new LinkedHashMap<>();
        for (Incident incident : incidents) {
            Object key = network(incident).<Object>map(Network::id).orElse(incident.id());
            byNetwork.computeIfAbsent(key, ignored -> new ArrayList<>()).add(incident);
        }
        return byNetwork.values().stream()
                .map(some -> new Group(network(some.getFirst()), List.copyOf(some)))
                .sorted((one, other) -> Integer.compare(
                        other.incidents().size(), one.incidents().size()))
                .toList();
    }

    private static Optional<Network> network(Incident incident) {
        return switch (incident.subject()) {
            case Subject.OfTarget of -> of.network();
            case Subject.OfNetwork ignored -> Optional.empty();
        };
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything that is watched, at one moment. Immutable. */
public record Roster(
        Map<TargetId, Target> targets, Map<NetworkId, Network> networks, List<Control> controls, Set<TargetId> paused) {
    public Roster {
        targets = Map.copyOf(targets);
        networks = Map.copyOf(networks);
        controls = List.copyOf(controls);
        paused = Set.copyOf(paused);
    }

    public Optional<Network> networkOf(Target target) {
        return target.network().flatMap(id -> Optional.ofNullable(networks.get(id)));
    }

    /** The tags in use. */
    public Set<String> tags() {
        return targets.values().stream()
                .flatMap(target -> target.tags().stream())
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}

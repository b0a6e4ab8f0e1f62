package dev.tocsin.config;

import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.NetworkId;
import java.util.Map;
import java.util.Optional;

/**
 * Who is asked for the addresses of targets that name nobody.
 *
 * @param byDefault where the network names nobody either; the system's resolvers where empty
 * @param ofNetworks of each network that says, the same way
 */
public record Resolvers(Optional<NameServer> byDefault, Map<NetworkId, Optional<NameServer>> ofNetworks) {
    /** The system's resolvers, everywhere. */
    public static final Resolvers SYSTEM = new Resolvers(Optional.empty(), Map.of());

    public Resolvers {
        ofNetworks = Map.copyOf(ofNetworks);
    }

    Optional<NameServer> of(Optional<NetworkId> network) {
        return network.isPresent() ? ofNetworks.getOrDefault(network.get(), byDefault) : byDefault;
    }
}

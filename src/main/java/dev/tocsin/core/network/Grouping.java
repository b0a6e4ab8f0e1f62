package dev.tocsin.core.network;

import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.NetworkId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the config says of how targets group, besides the network that each may name.
 *
 * @param operators who runs a network, where that is said
 * @param prefixes ranges whose addresses belong to a network
 * @param shared addresses that say nothing about where a target is
 * @param lookup where whose an address is may be asked; empty where nobody may be asked
 */
public record Grouping(
        Map<NetworkId, String> operators, List<Prefix> prefixes, SharedFrontEnds shared, Optional<LookupZones> lookup) {
    /** Nothing said: nobody is asked. */
    public static final Grouping PLAIN = new Grouping(Map.of(), List.of(), SharedFrontEnds.USUAL, Optional.empty());

    public Grouping {
        operators = Map.copyOf(operators);
        prefixes = prefixes.stream()
                .sorted(Comparator.comparingInt((Prefix one) -> one.range().bits())
                        .reversed())
                .toList();
    }

    /** Addresses of this range belong to this network. */
    public record Prefix(AddressRange range, NetworkId network) {
        public Prefix {
            range = range.aligned();
        }
    }

    /** The network that the address belongs to: of the ranges that hold it, the longest decides. */
    Optional<NetworkId> networkOf(Address address) {
        return prefixes.stream()
                .filter(one -> address.isIn(one.range()))
                .map(Prefix::network)
                .findFirst();
    }
}

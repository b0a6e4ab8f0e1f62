package dev.tocsin.core.network;

import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that says where a target stands: what the config says comes first, what was looked up second, the address itself
 * last. Pure.
 *
 * @param address the one that was used last
 * @param lookup what holds of that address now
 */
public record Basis(
        Target target,
        Map<NetworkId, Network> networks,
        Optional<Address> address,
        Optional<LookedUp> lookup,
        Grouping grouping) {
    /**
     * Whether the address that a look at this target uses is the target's own: not that of a proxy, nor that of the
     * name server that was asked. The practice network stands where its config says and nowhere else.
     */
    public static boolean speaks(Target target) {
        return target.origin() != Origin.PRACTICE
                && target.check().route().proxy().isEmpty()
                && switch (target.check()) {
                    case Check.Http ignored -> true;
                    case Check.Tcp ignored -> true;
                    case Check.Tls ignored -> true;
                    case Check.Icmp ignored -> true;
                    case Check.Dns ignored -> false;
                    case Check.Heartbeat ignored -> false;
                };
    }

    public Place place() {
        Optional<Network> declared = declared();
        if (declared.isPresent()) {
            return new Place.Known(tree(declared.get()), Place.Source.DECLARED, Optional.empty());
        }
        if (address.isEmpty() || !speaks(target)) {
            return new Place.Unknown();
        }
        if (grouping.shared().holds(address.get())) {
            return new Place.Shared(Optional.empty());
        }
        return lookup.flatMap(LookedUp::found).map(this::announced).orElseGet(() -> near(address.get()));
    }

    private Optional<Network> declared() {
        return target.network()
                .or(() -> address.filter(ignored -> speaks(target)).flatMap(grouping::networkOf))
                .flatMap(id -> Optional.ofNullable(networks.get(id)));
    }

    /** Of a network that names no operator, its autonomous system stands for that, unless very many share it. */
    private List<Group> tree(Network network) {
        List<Group> groups = new ArrayList<>(List.of(new Group.Named(network.id())));
        Optional<Group> operator =
                Optional.ofNullable(grouping.operators().get(network.id())).map(Group.OfOperator::new);
        operator.or(() -> network.asn()
                        .filter(system -> !grouping.shared().holds(system))
                        .map(Group.OfSystem::new))
                .ifPresent(groups::add);
        network.country().map(Group.OfCountry::new).ifPresent(groups::add);
        return groups;
    }

    /** The country of registration is left out: it is not where addresses are used. */
    private Place announced(Announcement found) {
        if (grouping.shared().holds(found)) {
            return new Place.Shared(lookup);
        }
        List<Group> groups = new ArrayList<>(List.of(new Group.Announced(found.prefix(), found.systems())));
        if (found.systems().size() == 1) {
            groups.add(new Group.OfSystem(found.systems().getFirst()));
        }
        return new Place.Known(groups, Place.Source.LOOKED_UP, lookup);
    }

    private static Place near(Address address) {
        return address.neighbourhood()
                .<Place>map(range ->
                        new Place.Known(List.of(new Group.Near(range)), Place.Source.INFERRED, Optional.empty()))
                .orElseGet(Place.Unknown::new);
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Basis;
import dev.tocsin.core.network.Group;
import dev.tocsin.core.network.LookedUp;
import dev.tocsin.core.network.LookupZones;
import dev.tocsin.core.network.Membership;
import dev.tocsin.core.network.Place;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which network each target stands in now: the config's word first, then what was looked up, then the neighbourhood of
 * the address it used last. Answers from memory. Safe for use by many threads; no call blocks.
 */
final class Memberships {
    private final Watch watch;
    private final AddressBook addresses;
    private final Lookups lookups;
    private final Timepiece time;
    private final Frozen frozen = new Frozen();
    private final Map<TargetId, Settled> settled = new ConcurrentHashMap<>();

    Memberships(Watch watch, AddressBook addresses, Lookups lookups, Timepiece time) {
        this.watch = watch;
        this.addresses = addresses;
        this.lookups = lookups;
        this.time = time;
    }

    /** Where a target was found to stand, what that followed from, and since when it stands there. */
    private record Settled(Basis basis, Place place, Instant since) {}

    /** Where the target stands; unknown where it is not watched. */
    Place place(TargetId id) {
        return find(id).map(one -> settled(one).place()).orElseGet(Place.Unknown::new);
    }

    /** The network of the target now; empty where it is unknown or a front end that very many share. */
    Optional<Membership> of(TargetId id) {
        return find(id).map(this::settled)
                .filter(one -> one.place() instanceof Place.Known)
                .map(one -> new Membership(id, (Place.Known) one.place(), one.since()));
    }

    /** All who stand in this group now, paused ones too, in no order. */
    Set<TargetId> members(Group group) {
        return watch.roster().targets().values().stream()
                .filter(one -> settled(one).place().isIn(group))
                .map(Target::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The address that the target used last when it worked; while its group is frozen, the one it used then. */
    Optional<Address> address(TargetId id) {
        return frozen.address(id).or(() -> addresses.of(id));
    }

    /**
     * An incident on this group is open from now on: nobody leaves it, nobody who stands elsewhere comes in, and
     * addresses stay. The network that a target itself names holds at once all the same. A second time does nothing.
     */
    void freeze(Group group) {
        Map<TargetId, Frozen.Held> then = new HashMap<>();
        watch.roster().targets().values().forEach(one -> {
            Settled now = settled(one);
            if (!(now.place() instanceof Place.Unknown)) {
                then.put(one.id(), new Frozen.Held(now.place(), now.since(), address(one.id())));
            }
        });
        frozen.hold(group, then);
    }

    /** The incident on this group is over. */
    void thaw(Group group) {
        frozen.release(group);
    }

    /** Asks for what is due, and forgets who is watched no more. Called now and then by one thread. */
    void round() {
        Map<TargetId, Target> targets = watch.roster().targets();
        addresses.retain(targets.keySet());
        settled.keySet().retainAll(targets.keySet());
        Optional<LookupZones> zones = watch.grouping().lookup();
        if (zones.isPresent()) {
            lookups.want(wanted(targets.values()), zones.get());
        }
    }

    /** Addresses of targets of which no more than that is known. */
    private Set<Address> wanted(Collection<Target> targets) {
        return targets.stream()
                .filter(one -> basis(one, Optional.empty()).place() instanceof Place.Known known
                        && known.source() == Place.Source.INFERRED)
                .flatMap(one -> addresses.of(one.id()).stream())
                .collect(Collectors.toSet());
    }

    private Optional<Target> find(TargetId id) {
        return Optional.ofNullable(watch.roster().targets().get(id));
    }

    private Settled settled(Target target) {
        Optional<LookedUp> lookup = watch.grouping().lookup().isPresent()
                ? addresses.of(target.id()).flatMap(lookups::of)
                : Optional.empty();
        Basis basis = basis(target, lookup);
        Settled now = settled.compute(target.id(), (id, before) -> settle(basis, Optional.ofNullable(before)));
        return names(target, now.place())
                ? now
                : frozen.instead(target.id(), now.place())
                        .map(held -> new Settled(basis, held.place(), held.since()))
                        .orElse(now);
    }

    private Settled settle(Basis basis, Optional<Settled> before) {
        if (before.isPresent() && before.get().basis().equals(basis)) {
            return new Settled(basis, before.get().place(), before.get().since());
        }
        Place place = basis.place();
        Instant since = before.filter(one -> isSameNetwork(one.place(), place))
                .map(Settled::since)
                .orElseGet(time::now);
        return new Settled(basis, place, since);
    }

    private Basis basis(Target target, Optional<LookedUp> lookup) {
        return new Basis(target, watch.roster().networks(), addresses.of(target.id()), lookup, watch.grouping());
    }

    /** Whether the target stands there because it names that network itself. */
    private static boolean names(Target target, Place place) {
        return target.network().filter(id -> place.isIn(new Group.Named(id))).isPresent();
    }

    private static boolean isSameNetwork(Place one, Place other) {
        return one instanceof Place.Known before
                && other instanceof Place.Known after
                && before.source() == after.source()
                && before.network().equals(after.network());
    }
}

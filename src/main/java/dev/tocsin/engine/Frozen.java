package dev.tocsin.engine;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Group;
import dev.tocsin.core.network.Place;
import dev.tocsin.core.target.TargetId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where targets stood when an incident began on what they stand in: as long as it is open nobody leaves, and nobody who
 * stood elsewhere comes in. Safe for use by many threads; no call blocks.
 */
final class Frozen {
    private final Map<Group, Map<TargetId, Held>> held = new ConcurrentHashMap<>();

    /** Where a target stood and since when, and the address it used. */
    record Held(Place place, Instant since, Optional<Address> address) {}

    /** Holds this until it is given up; the first time counts. */
    void hold(Group group, Map<TargetId, Held> then) {
        held.putIfAbsent(group, Map.copyOf(then));
    }

    void release(Group group) {
        held.remove(group);
    }

    /** Where the target stood, if by standing at {@code now} it came into a frozen group or left one. */
    Optional<Held> instead(TargetId target, Place now) {
        for (Map.Entry<Group, Map<TargetId, Held>> one : held.entrySet()) {
            Optional<Held> then = Optional.ofNullable(one.getValue().get(target));
            if (then.isPresent() && (then.get().place().isIn(one.getKey()) || now.isIn(one.getKey()))) {
                return then;
            }
        }
        return Optional.empty();
    }

    /** The address that a member of a frozen group used when the group was frozen. */
    Optional<Address> address(TargetId target) {
        return held.entrySet().stream()
                .flatMap(one -> Optional.ofNullable(one.getValue().get(target))
                        .filter(then -> then.place().isIn(one.getKey()))
                        .flatMap(Held::address)
                        .stream())
                .findFirst();
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.detect.Health;
import dev.tocsin.core.network.Group;
import dev.tocsin.core.network.Membership;
import dev.tocsin.core.target.TargetId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which networks have trouble now. Used by the intake alone. */
final class Groupings {
    private final Watch watch;
    private final Memberships memberships;
    private final Map<String, Group> frozen = new HashMap<>();

    Groupings(Watch watch, Memberships memberships) {
        this.watch = watch;
        this.memberships = memberships;
    }

    Optional<String> keyOf(TargetId target) {
        return memberships.of(target).map(membership -> membership.network().key());
    }

    /** Networks with a target that is suspected or down, by their keys; every target is gone through once. */
    Map<String, Troubled> troubled() {
        if (watch.all().stream().noneMatch(Groupings::isTroubled)) {
            return Map.of();
        }
        Map<String, Membership> found = new HashMap<>();
        Map<String, List<WatchedTarget>> members = new HashMap<>();
        for (WatchedTarget one : watch.all()) {
            if (one.watching() == Standing.Watching.ON) {
                memberships.of(one.target().id()).ifPresent(membership -> {
                    String key = membership.network().key();
                    members.computeIfAbsent(key, ignored -> new ArrayList<>()).add(one);
                    if (isTroubled(one)) {
                        found.putIfAbsent(key, membership);
                    }
                });
            }
        }
        Map<String, Troubled> troubled = new HashMap<>();
        found.forEach((key, one) ->
                troubled.put(key, new Troubled(one.network(), one.source(), members.getOrDefault(key, List.of()))));
        return troubled;
    }

    /** Who stands in it stays so until it is over. */
    void freeze(Group group) {
        if (frozen.putIfAbsent(group.key(), group) == null) {
            memberships.freeze(group);
        }
    }

    void thaw(String key) {
        Group group = frozen.remove(key);
        if (group != null) {
            memberships.thaw(group);
        }
    }

    private static boolean isTroubled(WatchedTarget one) {
        return switch (one.stance().health()) {
            case Health.Suspected ignored -> true;
            case Health.Down ignored -> true;
            case Health.Recovering ignored -> true;
            case Health.Up ignored -> false;
            case Health.Losing ignored -> false;
            case Health.Unknown ignored -> false;
        };
    }
}

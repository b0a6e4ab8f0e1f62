package dev.tocsin.core.target;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * A service that is watched.
 *
 * @param name what people call it
 * @param network the network it stands in, where one is declared
 * @param tags free words to select by; lower case
 * @param zone local time of the place it serves
 */
public record Target(
        TargetId id,
        String name,
        Check check,
        Optional<NetworkId> network,
        Set<String> tags,
        Severity severity,
        Pace pace,
        Confirm confirm,
        ZoneId zone,
        Origin origin) {
    public Target {
        tags = Set.copyOf(tags);
    }

    /** Where looks at it may go. */
    public Reach reach() {
        return origin == Origin.CHAT ? Reach.PUBLIC : Reach.ANYWHERE;
    }

    /** Whether both are real or both are of the practice network, so that one says something of the other. */
    public boolean comparesWith(Target other) {
        return (origin == Origin.PRACTICE) == (other.origin == Origin.PRACTICE);
    }
}

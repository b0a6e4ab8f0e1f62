package dev.tocsin.core.incident;

import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** What an incident is about, as it was when the incident opened: later edits of the target do not rewrite it. */
public sealed interface Subject {
    /** What people call it. */
    String name();

    /** Local time of the place it serves. */
    ZoneId zone();

    Severity severity();

    /** Whether the scope chooses this subject. */
    boolean within(Scope scope);

    /**
     * One target.
     *
     * @param address what was looked at
     * @param network the network the target stands in, where one is declared
     */
    record OfTarget(
            TargetId id,
            String name,
            String address,
            Optional<Network> network,
            Set<String> tags,
            Severity severity,
            ZoneId zone)
            implements Subject {
        public OfTarget {
            tags = Set.copyOf(tags);
        }

        public static OfTarget of(Target target, Optional<Network> network) {
            return new OfTarget(
                    target.id(),
                    target.name(),
                    target.check().address(),
                    network,
                    target.tags(),
                    target.severity(),
                    target.zone());
        }

        @Override
        public boolean within(Scope scope) {
            return scope.covers(id, network.map(Network::id), tags);
        }
    }
}

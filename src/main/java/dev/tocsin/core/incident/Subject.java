package dev.tocsin.core.incident;

import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an incident is about, as it was when the incident opened: later edits of the target do not rewrite it. */
public sealed interface Subject {
    /** What people call it. */
    String name();

    /** Local time of the place it serves. */
    ZoneId zone();

    Severity severity();

    /** Whether the scope chooses all of this subject, so that a mute of it holds back what is said of the subject. */
    boolean within(Scope scope);

    /** Whether the scope chooses any of it, so that a subscription to it hears of the subject. */
    default boolean concerns(Scope scope) {
        return within(scope);
    }

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

    /**
     * A network, or another group of targets that fails as one.
     *
     * @param key tells it from every other group; stays the same over restarts
     * @param name what people call it, with how it is known where the config does not say
     * @param declared the network, where the config declares it
     * @param members everyone who was watched in it
     */
    record OfNetwork(
            String key, String name, Optional<Network> declared, List<Member> members, Severity severity, ZoneId zone)
            implements Subject {
        public OfNetwork {
            members = List.copyOf(members);
        }

        @Override
        public boolean within(Scope scope) {
            return covers(scope)
                    || members.stream().allMatch(one -> scope.covers(one.id(), declared.map(Network::id), one.tags()));
        }

        @Override
        public boolean concerns(Scope scope) {
            return covers(scope)
                    || members.stream().anyMatch(one -> scope.covers(one.id(), declared.map(Network::id), one.tags()));
        }

        private boolean covers(Scope scope) {
            return switch (scope) {
                case Scope.Everything ignored -> true;
                case Scope.OfNetwork of -> declared.map(Network::id).equals(Optional.of(of.of()));
                case Scope.OfTarget ignored -> false;
                case Scope.OfTag ignored -> false;
            };
        }
    }

    /** One target of a network. */
    record Member(TargetId id, Set<String> tags) {
        public Member {
            tags = Set.copyOf(tags);
        }
    }
}

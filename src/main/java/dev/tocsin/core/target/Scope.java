package dev.tocsin.core.target;

import java.util.Optional;
import java.util.Set;

/** A choice of targets, for subscriptions, mutes and questions. */
public sealed interface Scope {
    /** Whether a target with this id, network and tags is chosen. */
    boolean covers(TargetId id, Optional<NetworkId> network, Set<String> tags);

    /** The scope as a person types it: {@code all}, {@code api}, {@code network:gov}, {@code tag:web}. */
    String spelled();

    default boolean covers(Target target) {
        return covers(target.id(), target.network(), target.tags());
    }

    /** Every target, those added later included. */
    record Everything() implements Scope {
        @Override
        public boolean covers(TargetId id, Optional<NetworkId> network, Set<String> tags) {
            return true;
        }

        @Override
        public String spelled() {
            return "all";
        }
    }

    record OfTarget(TargetId target) implements Scope {
        @Override
        public boolean covers(TargetId id, Optional<NetworkId> network, Set<String> tags) {
            return id.equals(target);
        }

        @Override
        public String spelled() {
            return target.value();
        }
    }

    record OfNetwork(NetworkId of) implements Scope {
        @Override
        public boolean covers(TargetId id, Optional<NetworkId> network, Set<String> tags) {
            return network.filter(of::equals).isPresent();
        }

        @Override
        public String spelled() {
            return "network:" + of.value();
        }
    }

    record OfTag(String tag) implements Scope {
        @Override
        public boolean covers(TargetId id, Optional<NetworkId> network, Set<String> tags) {
            return tags.contains(tag);
        }

        @Override
        public String spelled() {
            return "tag:" + tag;
        }
    }
}

package dev.tocsin.core.network;

import java.util.List;
import java.util.Optional;

/** Where a target stands, as far as that is known. */
public sealed interface Place {
    /**
     * It stands in these groups.
     *
     * @param groups its network first, then what that is part of, the highest last; never empty
     * @param lookup what the lookup said, where this follows from one
     */
    record Known(List<Group> groups, Source source, Optional<LookedUp> lookup) implements Place {
        public Known {
            groups = List.copyOf(groups);
            if (groups.isEmpty()) {
                throw new IllegalArgumentException("a known place is in a group");
            }
        }

        public Group network() {
            return groups.getFirst();
        }
    }

    /**
     * It answers at a front end that very many share, which says nothing about where it is.
     *
     * @param lookup what the lookup said, where the front end was told by one
     */
    record Shared(Optional<LookedUp> lookup) implements Place {}

    /** Nothing is known. */
    record Unknown() implements Place {}

    /** How a network is known. */
    enum Source {
        /** The config says so. */
        DECLARED,
        /** Routing data, by a lookup. */
        LOOKED_UP,
        /** The address is near others: likely, not known. */
        INFERRED
    }

    /** Whether it is known to be in this group. */
    default boolean isIn(Group group) {
        return this instanceof Known known && known.groups().contains(group);
    }
}

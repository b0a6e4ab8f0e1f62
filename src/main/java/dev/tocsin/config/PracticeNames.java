package dev.tocsin.config;

import java.util.Set;

/** Ids that the practice network takes while it is on. */
public record PracticeNames(Set<String> targets, Set<String> networks) {
    /** Where nobody plays a practice network. */
    static final PracticeNames NONE = new PracticeNames(Set.of(), Set.of());

    public PracticeNames {
        targets = Set.copyOf(targets);
        networks = Set.copyOf(networks);
    }
}

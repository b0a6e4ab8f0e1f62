package dev.tocsin.core.cause;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One rule by which what was measured speaks for or against causes. It fires only on what was measured.
 *
 * @param id stable: it stays with its meaning, and is not used for another when the rule is given up
 * @param marks causes that cannot stand unless this, or another rule that marks them, fires
 * @param finds what it found, in plain words; empty where it does not fire
 */
record Rule(
        String id,
        Family family,
        Map<Cause, Double> weights,
        Set<Cause> marks,
        Function<Features, Optional<String>> finds) {
    /** About 2 to 1. */
    static final double SLIGHT = .7;
    /** About 4 to 1. */
    static final double PLAIN = 1.5;
    /** About 20 to 1. */
    static final double STRONG = 3;
    /** About 3,000 to 1: the one cannot be so if the other is. */
    static final double DECISIVE = 8;

    static Rule of(String id, Family family, Function<Features, Optional<String>> finds) {
        return new Rule(id, family, Map.of(), Set.of(), finds);
    }

    Rule pro(Cause cause, double weight) {
        return weighing(cause, weight);
    }

    Rule contra(Cause cause, double weight) {
        return weighing(cause, -weight);
    }

    /** It speaks for this cause, which cannot stand without it. */
    Rule mark(Cause cause, double weight) {
        Rule more = weighing(cause, weight);
        EnumSet<Cause> marked = EnumSet.of(cause);
        marked.addAll(marks);
        return new Rule(id, family, more.weights, marked, finds);
    }

    Optional<Clue> on(Features features) {
        return finds.apply(features).map(says -> new Clue(id, family, says, weights));
    }

    private Rule weighing(Cause cause, double weight) {
        EnumMap<Cause, Double> more = new EnumMap<>(Cause.class);
        more.putAll(weights);
        more.put(cause, weight);
        return new Rule(id, family, more, marks, finds);
    }
}

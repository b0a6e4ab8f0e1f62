package dev.tocsin.core.cause;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Weighs what was measured. The weights of the rules that fired add up for each cause that one of them marks; beside
 * these stands a cause that nobody thought of, at 0. The best must lead the next by a factor of three in its odds, or
 * nothing is determined. Pure.
 */
public final class Assessor {
    /** Three to one, in natural logarithms. */
    static final double LEAD = Math.log(3);

    /** An older mapping of addresses to networks may be wrong by now. */
    static final Duration STALE = Duration.ofDays(7);

    static final List<Rule> RULES = Stream.of(ReachRules.all(), CourseRules.all(), AnswerRules.all(), NameRules.all())
            .flatMap(List::stream)
            .toList();

    private Assessor() {}

    public static Assessment assess(Features features, Instant at) {
        List<Clue> clues =
                RULES.stream().flatMap(rule -> rule.on(features).stream()).toList();
        return winner(scores(clues))
                .map(cause -> determined(cause, clues, features, at))
                .orElseGet(() -> new Assessment(
                        Cause.UNDETERMINED, Optional.empty(), Optional.empty(), List.of(), List.of(), clues, at));
    }

    /** The logarithm of the odds of every cause that can stand. */
    static Map<Cause, Double> scores(List<Clue> clues) {
        Set<String> fired = new java.util.HashSet<>();
        clues.forEach(clue -> fired.add(clue.rule()));
        Set<Cause> standing = EnumSet.noneOf(Cause.class);
        RULES.stream().filter(rule -> fired.contains(rule.id())).forEach(rule -> standing.addAll(rule.marks()));
        Map<Cause, Double> scores = new EnumMap<>(Cause.class);
        standing.forEach(cause -> scores.put(
                cause, clues.stream().mapToDouble(clue -> clue.weight(cause)).sum()));
        return scores;
    }

    private static Optional<Cause> winner(Map<Cause, Double> scores) {
        List<Map.Entry<Cause, Double>> ranked = scores.entrySet().stream()
                .sorted(Map.Entry.<Cause, Double>comparingByValue().reversed())
                .toList();
        if (ranked.isEmpty()) {
            return Optional.empty();
        }
        double next = ranked.size() == 1 ? 0 : Math.max(0, ranked.get(1).getValue());
        return ranked.getFirst().getValue() - next >= LEAD
                ? Optional.of(ranked.getFirst().getKey())
                : Optional.empty();
    }

    private static Assessment determined(Cause cause, List<Clue> clues, Features features, Instant at) {
        Comparator<Clue> strongest = Comparator.comparingDouble((Clue clue) -> Math.abs(clue.weight(cause)))
                .reversed()
                .thenComparing(Clue::rule);
        List<Clue> cluesFor = clues.stream()
                .filter(clue -> clue.weight(cause) > 0)
                .sorted(strongest)
                .toList();
        List<Clue> against = clues.stream()
                .filter(clue -> clue.weight(cause) < 0)
                .sorted(strongest)
                .toList();
        List<Clue> beside =
                clues.stream().filter(clue -> clue.weight(cause) == 0).toList();
        return new Assessment(
                cause,
                Optional.of(confidence(cluesFor, features)),
                Details.of(cause, cluesFor, features),
                cluesFor,
                against,
                beside,
                at);
    }

    private static Confidence confidence(List<Clue> cluesFor, Features features) {
        long families = cluesFor.stream().map(Clue::family).distinct().count();
        boolean stale = features.members()
                .filter(one -> one.mappedAgo().compareTo(STALE) > 0)
                .isPresent();
        if (families <= 1 || stale) {
            return Confidence.LOW;
        }
        return families == 2 || features.sighting().vantages() < 2 ? Confidence.MEDIUM : Confidence.HIGH;
    }
}

package dev.tocsin.command;

import dev.tocsin.core.detect.Health;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Situation;
import dev.tocsin.engine.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * How well a candidate fits what was typed: by how it begins, then by how its target is, then by how lately that changed.
 *
 * @param since when its target's state began; the newest comes first
 */
record Rank(Desk.Candidate candidate, Fit fit, State state, Instant since) implements Comparable<Rank> {
    private static final Comparator<Rank> ORDER = Comparator.comparing(Rank::fit)
            .thenComparing(Rank::state)
            .thenComparing(Rank::since, Comparator.reverseOrder());

    /** What of it is as typed. */
    enum Fit {
        WORD_BEGINS,
        HINT_BEGINS,
        HOLDS
    }

    enum State {
        DOWN,
        FAILING,
        /** Up, with a failure among its last looks. */
        LATELY,
        /** Not a target. */
        NONE,
        REST
    }

    /**
     * The candidate's rank; nothing where it does not fit.
     *
     * @param typed in lower case
     */
    static Optional<Rank> of(Desk.Candidate candidate, String typed, Situation situation) {
        return fitOf(candidate, typed)
                .map(fit -> Optional.of(candidate.word())
                        .filter(word -> TargetId.FORM.matcher(word).matches())
                        .flatMap(word -> situation.standing(new TargetId(word)))
                        .map(standing -> of(candidate, fit, standing))
                        .orElseGet(() -> new Rank(candidate, fit, State.NONE, Instant.EPOCH)));
    }

    /** What has been well since the bot looks stays in the order of its ids. */
    private static Rank of(Desk.Candidate candidate, Fit fit, Standing standing) {
        State state = stateOf(standing);
        Instant since =
                state == State.REST ? Instant.EPOCH : standing.stance().health().since();
        return new Rank(candidate, fit, state, since);
    }

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }

    private static Optional<Fit> fitOf(Desk.Candidate candidate, String typed) {
        String word = candidate.word().toLowerCase(Locale.ROOT);
        String hint = candidate.hint().toLowerCase(Locale.ROOT);
        if (word.startsWith(typed)) {
            return Optional.of(Fit.WORD_BEGINS);
        }
        if (hint.startsWith(typed)) {
            return Optional.of(Fit.HINT_BEGINS);
        }
        return word.contains(typed) || hint.contains(typed) ? Optional.of(Fit.HOLDS) : Optional.empty();
    }

    private static State stateOf(Standing standing) {
        return switch (standing.stance().health()) {
            case Health.Down ignored -> State.DOWN;
            case Health.Recovering ignored -> State.DOWN;
            case Health.Suspected ignored -> State.FAILING;
            case Health.Losing ignored -> State.FAILING;
            case Health.Up ignored ->
                standing.recent().stream().anyMatch(look -> look.outcome() instanceof Outcome.Down)
                        ? State.LATELY
                        : State.REST;
            case Health.Unknown ignored -> State.REST;
        };
    }
}

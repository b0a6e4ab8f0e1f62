package dev.tocsin.core.detect;

import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Vantage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the filter remembers from look to look. Pure. */
final class Memory {
    /** Share of looks that fail at a target that is up, before anything is learnt. */
    static final double USUAL = .01;

    private static final double LEAST_USUAL = .005;
    private static final double MOST_USUAL = .06;
    /** However the controls fare, a failed look says a little. */
    private static final double MOST_EXPECTED = .9;

    private static final double LEARNING = .001;

    /** Looks of one vantage closer than this see partly the same trouble of its way. */
    private static final Duration REPEAT = Duration.ofSeconds(20);

    private static final double REPEAT_WEIGHT = .3;

    private final Duration lately;

    /**
     * A memory.
     *
     * @param lately how old a vantage's last look may be for its word to count beside another's
     */
    Memory(Duration lately) {
        this.lately = lately;
    }

    static FilterBelief of(Masses masses, Optional<Instant> lastSuccess, Optional<Instant> lastFailure) {
        return new FilterBelief(masses, USUAL, List.of(), Tally.NONE, Optional.empty(), lastSuccess, lastFailure);
    }

    /** The belief of a stance; where another rule formed it, one that fits what that rule held. */
    static FilterBelief own(Stance stance) {
        return switch (stance.belief()) {
            case FilterBelief filter -> filter;
            case CountBelief count ->
                of(masses(stance.health()), count.lastSuccess(), count.lastFailure())
                        .with(new Tally(count.failures(), count.looks()));
        };
    }

    private static Masses masses(Health health) {
        return switch (health) {
            case Health.Unknown ignored -> Masses.UNKNOWN;
            case Health.Up ignored -> Masses.UP;
            case Health.Losing ignored -> Masses.LOSING;
            case Health.Suspected ignored -> Masses.UP;
            case Health.Down ignored -> Masses.DOWN;
            case Health.Recovering ignored -> Masses.DOWN;
        };
    }

    /**
     * Whether this look, or a later one from its vantage, was weighed already. One that seems far older is new: the
     * clock was set back.
     */
    boolean knows(FilterBelief belief, Observation look) {
        return of(belief, look.vantage())
                .map(seen -> Duration.between(look.at(), seen.at()))
                .filter(older -> !older.isNegative() && older.compareTo(lately) <= 0)
                .isPresent();
    }

    FilterBelief after(FilterBelief before, Observation look, Sign.Kind kind, Health health) {
        double usual = kind == Sign.Kind.FAILED ? expected(before, look) : before.usual();
        Sign sign = new Sign(kind, usual, weight(before, look));
        Masses masses = sign.weigh(Drift.over(before.masses(), sinceLast(before, look.at())));
        return new FilterBelief(
                masses,
                learnt(before, masses, kind, health),
                seen(before, look, kind),
                tally(before, kind, health),
                losingSince(before, masses, look.at()),
                kind == Sign.Kind.ANSWERED ? Optional.of(look.at()) : before.lastSuccess(),
                kind == Sign.Kind.FAILED ? Optional.of(look.at()) : before.lastFailure());
    }

    /** Vantages that see failures only, and looked lately. */
    long failing(FilterBelief belief, Instant at) {
        return recent(belief, at).filter(seen -> seen.failing().isPresent()).count();
    }

    /** Vantages whose last look succeeded, and that looked lately. */
    long answering(FilterBelief belief, Instant at) {
        return recent(belief, at).filter(seen -> seen.failing().isEmpty()).count();
    }

    private Stream<Seen> recent(FilterBelief belief, Instant at) {
        return belief.seen().stream()
                .filter(seen -> Duration.between(seen.at(), at).compareTo(lately) <= 0);
    }

    /** A look fails at a working target as often as it usually does, or as the controls do right now if that is more. */
    private static double expected(FilterBelief before, Observation look) {
        double way = look.controls()
                .filter(controls -> controls.of() > 0)
                .map(Memory::lost)
                .orElse(0.0);
        return Math.clamp(way, before.usual(), MOST_EXPECTED);
    }

    private static double lost(ControlCount controls) {
        return (double) (controls.of() - controls.answering()) / controls.of();
    }

    private static double weight(FilterBelief before, Observation look) {
        return of(before, look.vantage())
                .map(seen -> Duration.between(seen.at(), look.at()))
                .filter(apart -> !apart.isNegative() && apart.compareTo(REPEAT) < 0)
                .map(apart -> REPEAT_WEIGHT + (1 - REPEAT_WEIGHT) * apart.toMillis() / REPEAT.toMillis())
                .orElse(1.0);
    }

    private static Duration sinceLast(FilterBelief before, Instant at) {
        Instant last = Instant.MIN;
        for (Seen seen : before.seen()) {
            last = seen.at().isAfter(last) ? seen.at() : last;
        }
        return last.equals(Instant.MIN) || last.isAfter(at) ? Duration.ZERO : Duration.between(last, at);
    }

    /** Learnt while the target is held to be up only, so that trouble is not learnt as usual. */
    private static double learnt(FilterBelief before, Masses masses, Sign.Kind kind, Health health) {
        boolean up = health instanceof Health.Up || health instanceof Health.Suspected;
        if (!up) {
            return before.usual();
        }
        double seen = kind == Sign.Kind.FAILED ? 1 : 0;
        return Math.clamp(before.usual() + LEARNING * masses.up() * (seen - before.usual()), LEAST_USUAL, MOST_USUAL);
    }

    private static List<Seen> seen(FilterBelief before, Observation look, Sign.Kind kind) {
        Optional<Instant> failing = kind == Sign.Kind.ANSWERED
                ? Optional.empty()
                : of(before, look.vantage()).flatMap(Seen::failing).or(() -> Optional.of(look.at()));
        List<Seen> all = new ArrayList<>(before.seen());
        all.removeIf(seen -> seen.vantage().equals(look.vantage()));
        all.add(new Seen(look.vantage(), look.at(), failing));
        return all;
    }

    private static Tally tally(FilterBelief before, Sign.Kind kind, Health health) {
        boolean quiet = switch (health) {
            case Health.Unknown ignored -> true;
            case Health.Up ignored -> true;
            case Health.Losing ignored -> true;
            case Health.Suspected ignored -> false;
            case Health.Down ignored -> false;
            case Health.Recovering ignored -> false;
        };
        if (!quiet) {
            return before.tally().and(kind);
        }
        return kind == Sign.Kind.FAILED ? Tally.NONE.and(kind) : Tally.NONE;
    }

    private static Optional<Instant> losingSince(FilterBelief before, Masses masses, Instant at) {
        return masses.losing() < .5 ? Optional.empty() : before.losingSince().or(() -> Optional.of(at));
    }

    private static Optional<Seen> of(FilterBelief belief, Vantage vantage) {
        for (Seen seen : belief.seen()) {
            if (seen.vantage().equals(vantage)) {
                return Optional.of(seen);
            }
        }
        return Optional.empty();
    }
}

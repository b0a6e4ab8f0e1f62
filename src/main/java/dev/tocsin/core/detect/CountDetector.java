package dev.tocsin.core.detect;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The plain-count rule: so many failures in a row confirm an outage, so many successes in a row its end. */
public final class CountDetector implements Detector {
    private final Confirm.Count confirm;
    private final Duration longestWatched;

    /** A detector for a target looked at with this pace. Two looks further apart than three intervals leave a gap. */
    public CountDetector(Confirm.Count confirm, Pace pace) {
        this.confirm = confirm;
        this.longestWatched = pace.every().multipliedBy(3).plus(pace.timeout());
    }

    @Override
    public Stance start(Instant now) {
        return new Stance(new Health.Unknown(now), CountBelief.NONE);
    }

    @Override
    public Judgement judge(Stance stance, Observation observation, Instant now) {
        CountBelief belief = own(stance);
        if (isOld(belief, observation.at())) {
            return unmoved(stance, Verdict.Why.SEEN_BEFORE);
        }
        return switch (observation.outcome()) {
            case Outcome.Unjudged ignored -> unmoved(stance, Verdict.Why.UNJUDGED);
            case Outcome.Up ignored -> success(stance.health(), belief, belief.succeededAt(observation.at()));
            case Outcome.Degraded ignored -> success(stance.health(), belief, belief.succeededAt(observation.at()));
            case Outcome.Down down ->
                failure(stance.health(), belief, belief.failedAt(observation.at()), down.failure(), now);
        };
    }

    /** Whether a later look was judged; one that seems far older is new: the clock was set back. */
    private boolean isOld(CountBelief belief, Instant at) {
        return Stream.of(belief.lastSuccess(), belief.lastFailure())
                .flatMap(Optional::stream)
                .anyMatch(last -> !at.isAfter(last) && at.isAfter(last.minus(longestWatched)));
    }

    /** The belief of a stance; where another rule formed it, a count that begins with its last looks. */
    private static CountBelief own(Stance stance) {
        return switch (stance.belief()) {
            case CountBelief count -> count;
            case FilterBelief filter -> new CountBelief(0, 0, filter.lastSuccess(), filter.lastFailure());
        };
    }

    private Judgement success(Health health, CountBelief before, CountBelief after) {
        Instant at = after.lastSuccess().orElseThrow();
        return switch (health) {
            case Health.Unknown ignored -> settled(new Health.Up(at), after, new Verdict.FirstUp());
            case Health.Up ignored -> unmoved(new Stance(health, after), Verdict.Why.STILL_UP);
            case Health.Losing losing -> settled(new Health.Up(at), after, new Verdict.ConfirmsSteady(losing.since()));
            case Health.Suspected suspected ->
                settled(
                        suspected.was() instanceof Health.Unknown ? new Health.Up(at) : suspected.was(),
                        after,
                        new Verdict.Clears());
            case Health.Down down -> {
                Cover cover = before.lastFailure().isEmpty()
                        ? Cover.UNWATCHED
                        : Cover.between(before.lastFailure(), at, longestWatched);
                Instant began = down.onset().firstFailure();
                yield recovering(
                        down, new Restoration(before.lastFailure(), at.isBefore(began) ? began : at, cover), after);
            }
            case Health.Recovering recovering -> recovering(recovering.down(), recovering.restoration(), after);
        };
    }

    private Judgement recovering(Health.Down down, Restoration restoration, CountBelief belief) {
        if (belief.successes() >= confirm.successes()) {
            return settled(
                    new Health.Up(restoration.firstSuccess()),
                    belief,
                    new Verdict.ConfirmsUp(down.onset(), restoration));
        }
        return lookAgain(new Health.Recovering(down, restoration), belief, new Verdict.Recovers(restoration));
    }

    private Judgement failure(Health health, CountBelief before, CountBelief after, Failure failure, Instant now) {
        Instant at = after.lastFailure().orElseThrow();
        return switch (health) {
            case Health.Unknown unknown -> suspected(onset(before, at), failure, unknown, after, now);
            case Health.Up up -> suspected(onset(before, at), failure, up, after, now);
            case Health.Losing losing -> suspected(onset(before, at), failure, losing, after, now);
            case Health.Suspected suspected -> suspected(suspected.onset(), failure, suspected.was(), after, now);
            case Health.Down down ->
                unmoved(
                        new Stance(new Health.Down(down.onset(), down.confirmedAt(), failure), after),
                        Verdict.Why.STILL_DOWN);
            case Health.Recovering recovering -> settled(recovering.down(), after, new Verdict.Relapses());
        };
    }

    private Judgement suspected(Onset onset, Failure failure, Health was, CountBelief belief, Instant now) {
        if (belief.failures() >= confirm.failures()) {
            return settled(new Health.Down(onset, now, failure), belief, new Verdict.ConfirmsDown(onset, failure));
        }
        return lookAgain(new Health.Suspected(onset, failure, was), belief, new Verdict.Suspects(onset));
    }

    private Onset onset(CountBelief before, Instant firstFailure) {
        return new Onset(
                before.lastSuccess(), firstFailure, Cover.between(before.lastSuccess(), firstFailure, longestWatched));
    }

    private Judgement lookAgain(Health health, CountBelief belief, Verdict verdict) {
        return new Judgement(new Stance(health, belief), verdict, Optional.of(confirm.recheck()));
    }

    private static Judgement settled(Health health, CountBelief belief, Verdict verdict) {
        return new Judgement(new Stance(health, belief), verdict, Optional.empty());
    }

    private static Judgement unmoved(Stance stance, Verdict.Why why) {
        return new Judgement(stance, new Verdict.Unmoved(why), Optional.empty());
    }
}

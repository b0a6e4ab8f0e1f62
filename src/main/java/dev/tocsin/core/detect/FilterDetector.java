package dev.tocsin.core.detect;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The filter: every judged look, from every vantage, moves a probability distribution over the courses a target may be
 * on, by Bayes' rule; an outage is confirmed when hardly anything but failing is left, and two vantages agree or the
 * failures span a minute. Once open, it ends only when the target answers nearly every look, so one that loses half of
 * them is told once and not at each flip.
 */
public final class FilterDetector implements Detector {
    /** Masses that confirm an outage. */
    static final double FAILING = .95;

    /** The same where some looks were lost before: the edge between losing some and losing half is not sharp. */
    static final double FAILING_AFTER_LOSING = .998;

    static final double STILL_UP = 1e-4;
    /** The same once failures have come for {@link #LONG_SPAN}: good looks between them keep this mass from shrinking. */
    static final double STILL_UP_LONG = .02;

    /** Masses that confirm a restoration. */
    static final double ANSWERING = .95;

    static final double STILL_FAILING = .02;
    /** Mass that confirms that some looks are lost. */
    static final double SURE = .99;

    static final double STEADY_AGAIN = .9995;
    /** A suspicion is over below this mass of failing. */
    static final double CALM = .03;

    /** Failures of one vantage alone span this long before they confirm. */
    static final Duration FAILING_SPAN = Duration.ofSeconds(60);

    static final Duration LONG_SPAN = Duration.ofMinutes(5);
    static final Duration ANSWERING_SPAN = Duration.ofSeconds(30);
    static final Duration LOSING_SPAN = Duration.ofSeconds(60);
    static final Duration LOSING_HOLD = Duration.ofMinutes(30);

    private final Duration longestWatched;
    private final Memory memory;

    /** A detector for a target looked at with this pace. Two looks further apart than three intervals leave a gap. */
    public FilterDetector(Pace pace) {
        this.longestWatched = pace.every().multipliedBy(3).plus(pace.timeout());
        this.memory = new Memory(pace.every().multipliedBy(2).plus(pace.timeout()));
    }

    @Override
    public Stance start(Instant now) {
        return new Stance(new Health.Unknown(now), Memory.of(Masses.UNKNOWN, Optional.empty(), Optional.empty()));
    }

    @Override
    public Judgement judge(Stance stance, Observation observation, Instant now) {
        FilterBelief before = Memory.own(stance);
        if (memory.knows(before, observation)) {
            return unmoved(stance, Verdict.Why.SEEN_BEFORE);
        }
        return switch (observation.outcome()) {
            case Outcome.Unjudged ignored -> unmoved(stance, Verdict.Why.UNJUDGED);
            case Outcome.Up ignored -> answered(stance.health(), before, observation);
            case Outcome.Degraded ignored -> answered(stance.health(), before, observation);
            case Outcome.Down down -> failed(stance.health(), before, observation, down.failure(), now);
        };
    }

    private Judgement answered(Health health, FilterBelief before, Observation look) {
        FilterBelief after = memory.after(before, look, Sign.Kind.ANSWERED, health);
        return switch (health) {
            case Health.Unknown ignored -> settled(new Health.Up(look.at()), after, new Verdict.FirstUp());
            case Health.Up up -> losing(up, after, look.at()).orElseGet(() -> unmoved(up, after, Verdict.Why.STILL_UP));
            case Health.Losing losing -> steadied(losing, after, look.at());
            case Health.Suspected suspected -> calmed(suspected, after, look.at());
            case Health.Down down -> recovering(down, restoration(down, before, look.at()), after, look.at());
            case Health.Recovering recovering ->
                recovering(recovering.down(), recovering.restoration(), after, look.at());
        };
    }

    private Judgement failed(Health health, FilterBelief before, Observation look, Failure failure, Instant now) {
        FilterBelief after = memory.after(before, look, Sign.Kind.FAILED, health);
        return switch (health) {
            case Health.Unknown unknown -> suspected(onset(before, look.at()), failure, unknown, after, now);
            case Health.Up up -> suspected(onset(before, look.at()), failure, up, after, now);
            case Health.Losing losing -> suspected(onset(before, look.at()), failure, losing, after, now);
            case Health.Suspected suspected -> suspected(suspected.onset(), failure, suspected.was(), after, now);
            case Health.Down down ->
                unmoved(new Health.Down(down.onset(), down.confirmedAt(), failure), after, Verdict.Why.STILL_DOWN);
            case Health.Recovering recovering -> settled(recovering.down(), after, new Verdict.Relapses());
        };
    }

    private Judgement suspected(Onset onset, Failure failure, Health was, FilterBelief belief, Instant now) {
        Instant at = belief.lastFailure().orElseThrow();
        if (confirms(onset, was, belief, at)) {
            return settled(new Health.Down(onset, now, failure), belief, new Verdict.ConfirmsDown(onset, failure));
        }
        Optional<Judgement> losing = was instanceof Health.Up up ? losing(up, belief, at) : Optional.empty();
        return losing.orElseGet(() -> new Judgement(
                new Stance(new Health.Suspected(onset, failure, was), belief),
                new Verdict.Suspects(onset),
                Haste.whileSuspected(Duration.between(onset.firstFailure(), now))));
    }

    private boolean confirms(Onset onset, Health was, FilterBelief belief, Instant at) {
        Duration span = Duration.between(onset.firstFailure(), at);
        boolean seen = span.compareTo(FAILING_SPAN) >= 0 || memory.failing(belief, at) >= 2;
        double enough = was instanceof Health.Losing ? FAILING_AFTER_LOSING : FAILING;
        double up = span.compareTo(LONG_SPAN) >= 0 ? STILL_UP_LONG : STILL_UP;
        return seen && belief.masses().failing() >= enough && belief.masses().up() <= up;
    }

    private Judgement calmed(Health.Suspected suspected, FilterBelief belief, Instant at) {
        if (belief.masses().failing() > CALM) {
            return new Judgement(
                    new Stance(suspected, belief),
                    new Verdict.Unmoved(Verdict.Why.NOT_CALM),
                    Haste.whileSuspected(Duration.between(suspected.onset().firstFailure(), at)));
        }
        Health calm = suspected.was() instanceof Health.Unknown ? new Health.Up(at) : suspected.was();
        return losing(calm, belief, at).orElseGet(() -> settled(calm, belief, new Verdict.Clears()));
    }

    /** Whether a target that was up loses some of its looks, surely and for a while. */
    private static Optional<Judgement> losing(Health health, FilterBelief belief, Instant at) {
        return belief.losingSince()
                .filter(since -> health instanceof Health.Up
                        && belief.masses().losing() >= SURE
                        && Duration.between(since, at).compareTo(LOSING_SPAN) >= 0)
                .map(since -> settled(new Health.Losing(since, at), belief, new Verdict.ConfirmsLosing(since)));
    }

    private static Judgement steadied(Health.Losing losing, FilterBelief belief, Instant at) {
        boolean steady = belief.masses().up() >= STEADY_AGAIN
                && Duration.between(losing.confirmedAt(), at).compareTo(LOSING_HOLD) >= 0;
        return steady
                ? settled(new Health.Up(at), belief, new Verdict.ConfirmsSteady(losing.since()))
                : unmoved(losing, belief, Verdict.Why.STILL_LOSING);
    }

    private Judgement recovering(Health.Down down, Restoration restoration, FilterBelief belief, Instant at) {
        Duration span = Duration.between(restoration.firstSuccess(), at);
        if (belief.masses().answering() >= ANSWERING
                && belief.masses().failing() <= STILL_FAILING
                && (memory.answering(belief, at) >= 2 || span.compareTo(ANSWERING_SPAN) >= 0)) {
            return settled(
                    new Health.Up(restoration.firstSuccess()),
                    belief,
                    new Verdict.ConfirmsUp(down.onset(), restoration));
        }
        return new Judgement(
                new Stance(new Health.Recovering(down, restoration), belief),
                new Verdict.Recovers(restoration),
                Haste.whileRecovering(span));
    }

    private Onset onset(FilterBelief before, Instant firstFailure) {
        return new Onset(
                before.lastSuccess(), firstFailure, Cover.between(before.lastSuccess(), firstFailure, longestWatched));
    }

    /** A look that began before the outage, or seems to, does not end it earlier. */
    private Restoration restoration(Health.Down down, FilterBelief before, Instant at) {
        Instant began = down.onset().firstFailure();
        return new Restoration(
                before.lastFailure(),
                at.isBefore(began) ? began : at,
                Cover.between(before.lastFailure(), at, longestWatched));
    }

    private static Judgement settled(Health health, FilterBelief belief, Verdict verdict) {
        return new Judgement(new Stance(health, belief), verdict, Optional.empty());
    }

    private static Judgement unmoved(Health health, FilterBelief belief, Verdict.Why why) {
        return unmoved(new Stance(health, belief), why);
    }

    private static Judgement unmoved(Stance stance, Verdict.Why why) {
        return new Judgement(stance, new Verdict.Unmoved(why), Optional.empty());
    }
}

package dev.tocsin.core.detect;

import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What would tip a verdict: so many more looks of one kind, one after another, all controls answering.
 *
 * @param looks how many more, at least 1
 * @param within from now to the end of the last, if each is made as soon as the rule asks and takes its whole time-out
 *     where it fails
 */
public record Outlook(int looks, Duration within) {
    private static final int MOST = 200;

    /** What would confirm an outage; empty where one is confirmed already, or two hundred looks would not do. */
    public static Optional<Outlook> ofOutage(Target target, Stance stance, Vantage vantage, Instant now) {
        return stance.health() instanceof Health.Down || stance.health() instanceof Health.Recovering
                ? Optional.empty()
                : of(target, stance, looks(vantage, failing(), target.pace().timeout()), now);
    }

    /** What would confirm the end of an outage; empty where none is confirmed. */
    public static Optional<Outlook> ofEnd(Target target, Stance stance, Vantage vantage, Instant now) {
        return stance.health() instanceof Health.Down || stance.health() instanceof Health.Recovering
                ? of(target, stance, looks(vantage, new Outcome.Up(), Duration.ZERO), now)
                : Optional.empty();
    }

    /** Looks that all find the same. */
    private record Looks(Vantage vantage, Outcome outcome, Duration take) {
        Observation at(Target target, Instant at) {
            return new Observation(
                    target.id(),
                    vantage,
                    at,
                    new Finding(outcome, new Timings(Map.of(), take), Optional.empty()),
                    Optional.of(new ControlCount(1, 1)));
        }
    }

    private static Looks looks(Vantage vantage, Outcome outcome, Duration take) {
        return new Looks(vantage, outcome, take);
    }

    private static Outcome failing() {
        return new Outcome.Down(new Failure(Phase.TCP, FailureKind.UNKNOWN, ""));
    }

    private static Optional<Outlook> of(Target target, Stance from, Looks looks, Instant now) {
        Detector detector = Detectors.of(target);
        Stance stance = from;
        Instant at = now;
        for (int made = 1; made <= MOST; made++) {
            Instant end = at.plus(looks.take());
            Judgement judgement = detector.judge(stance, looks.at(target, at), end);
            if (judgement.verdict() instanceof Verdict.ConfirmsDown
                    || judgement.verdict() instanceof Verdict.ConfirmsUp) {
                return Optional.of(new Outlook(made, Duration.between(now, end)));
            }
            stance = judgement.stance();
            at = end.plus(judgement.lookAgainIn().orElse(target.pace().every()));
        }
        return Optional.empty();
    }
}

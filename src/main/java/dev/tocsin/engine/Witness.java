package dev.tocsin.engine;

import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Says whether the bot can vouch for what a look found. Safe for use by many threads. */
final class Witness {
    /** A look that ended this long after its deadline was not given time by the machine. */
    static final Duration OVERRUN = Duration.ofSeconds(2);
    /** The two clocks may differ by this much over one look. */
    static final Duration SLEW = Duration.ofSeconds(1);

    private final Supplier<Vantage> vantage;
    private final Pulse pulse;

    Witness(Supplier<Vantage> vantage, Pulse pulse) {
        this.vantage = vantage;
        this.pulse = pulse;
    }

    /**
     * A look's beginning and end on both clocks.
     *
     * @param began and {@code ended} on the wall clock
     * @param beganNanos and {@code endedNanos} on the monotonic one
     */
    record Span(Instant began, Instant ended, long beganNanos, long endedNanos) {
        Duration took() {
            return Duration.ofNanos(endedNanos - beganNanos);
        }

        Duration told() {
            return Duration.between(began, ended);
        }
    }

    /** The observation as it may be judged, with what is known of this vantage's sight after the look. */
    Observation vouch(Target target, Span span, Finding finding, Sight sight) {
        Finding told = doubt(target, span, finding, sight).map(finding::with).orElse(finding);
        return new Observation(target.id(), vantage.get(), span.began(), told, controls(sight));
    }

    private static Optional<ControlCount> controls(Sight sight) {
        return switch (sight) {
            case Sight.Unguarded ignored -> Optional.empty();
            case Sight.Clear clear -> Optional.of(clear.controls());
            case Sight.Blind blind -> Optional.of(blind.controls());
        };
    }

    private Optional<Outcome> doubt(Target target, Span span, Finding finding, Sight sight) {
        if (finding.outcome() instanceof Outcome.Unjudged) {
            return Optional.empty();
        }
        if (span.told().minus(span.took()).abs().compareTo(SLEW) > 0) {
            return doubt(Outcome.Reason.CLOCK_JUMP, finding);
        }
        if (blind(sight, span)) {
            return doubt(Outcome.Reason.OWN_NETWORK, finding);
        }
        if (finding.outcome().isWorking()) {
            return Optional.empty();
        }
        if (pulse.stoodStillSince(span.beganNanos())) {
            return doubt(Outcome.Reason.PAUSED, finding);
        }
        if (span.took().compareTo(target.pace().timeout().plus(OVERRUN)) > 0) {
            return doubt(Outcome.Reason.STARVED, finding);
        }
        return Optional.empty();
    }

    private static boolean blind(Sight sight, Span span) {
        return switch (sight) {
            case Sight.Unguarded ignored -> false;
            case Sight.Blind ignored -> true;
            case Sight.Clear clear ->
                clear.blindUntil().filter(span.began()::isBefore).isPresent();
        };
    }

    private static Optional<Outcome> doubt(Outcome.Reason reason, Finding finding) {
        String detail =
                finding.outcome() instanceof Outcome.Down down ? down.failure().phrase() : "it answered";
        return Optional.of(new Outcome.Unjudged(reason, detail));
    }
}

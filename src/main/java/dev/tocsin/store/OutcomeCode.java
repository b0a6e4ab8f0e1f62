package dev.tocsin.store;

import dev.tocsin.core.history.Judged;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Outcomes as short codes: {@code up}, the code of a failure, {@code ~} and a flaw, or {@code ?REASON} for what is unjudged. */
final class OutcomeCode {
    /** A code as a number in SQL, so that no text is made of it: see {@link #judged}. */
    static final String JUDGED =
            "case when outcome = 'up' then 0 else case substr(outcome, 1, 1) when '~' then 1 when '?' then 3 else 2 end end";

    private OutcomeCode() {}

    /** What a number of {@link #JUDGED} stands for. */
    static Judged judged(int number) {
        return switch (number) {
            case 0 -> Judged.UP;
            case 1 -> Judged.DEGRADED;
            case 2 -> Judged.DOWN;
            default -> Judged.UNJUDGED;
        };
    }

    static String code(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up ignored -> "up";
            case Outcome.Degraded degraded -> "~" + degraded.flaw().kind().code();
            case Outcome.Down down -> down.failure().kind().code();
            case Outcome.Unjudged unjudged -> "?" + unjudged.reason().name();
        };
    }

    static @Nullable String detail(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up ignored -> null;
            case Outcome.Degraded degraded -> degraded.flaw().detail();
            case Outcome.Down down -> down.failure().detail();
            case Outcome.Unjudged unjudged -> unjudged.detail();
        };
    }

    static Optional<Failure> failure(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Down down -> Optional.of(down.failure());
            case Outcome.Degraded degraded -> Optional.of(degraded.flaw());
            case Outcome.Up ignored -> Optional.empty();
            case Outcome.Unjudged ignored -> Optional.empty();
        };
    }

    static Outcome read(String code, @Nullable String detail, @Nullable String phase) {
        String text = detail == null ? "" : detail;
        if (code.equals("up")) {
            return new Outcome.Up();
        }
        if (code.startsWith("?")) {
            return new Outcome.Unjudged(Outcome.Reason.valueOf(code.substring(1)), text);
        }
        return code.startsWith("~")
                ? new Outcome.Degraded(failure(code.substring(1), text, phase))
                : new Outcome.Down(failure(code, text, phase));
    }

    private static Failure failure(String code, String text, @Nullable String phase) {
        return new Failure(
                phase == null ? Phase.TCP : Phase.valueOf(phase),
                FailureKind.ofCode(code).orElse(FailureKind.UNKNOWN),
                text);
    }
}

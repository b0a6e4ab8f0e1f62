package dev.tocsin.command.look;

import dev.tocsin.core.message.DurationText;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;

/** What a look found, in one clause. Pure. */
public final class LookSentence {
    private static final int FAILURE = 120;
    private static final int DETAIL = 100;

    private LookSentence() {}

    /** {@code answered in 85 ms}, {@code failed in TCP: connection refused}. */
    public static String of(Finding finding) {
        String answered = "answered in " + DurationText.of(finding.timings().total());
        return switch (finding.outcome()) {
            case Outcome.Up ignored -> answered;
            case Outcome.Degraded degraded ->
                answered + ", but: " + OutsideText.cut(degraded.flaw().phrase(), FAILURE);
            case Outcome.Down down ->
                "failed in " + down.failure().phase().label() + ": "
                        + OutsideText.cut(down.failure().phrase(), FAILURE);
            case Outcome.Unjudged unjudged ->
                "does not count: " + unjudged.reason().phrase() + detail(unjudged.detail());
        };
    }

    private static String detail(String detail) {
        return detail.isEmpty() ? "" : " (" + OutsideText.cut(detail, DETAIL) + ")";
    }
}

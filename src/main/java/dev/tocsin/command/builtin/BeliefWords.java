package dev.tocsin.command.builtin;

import dev.tocsin.core.detect.Belief;
import dev.tocsin.core.detect.CountBelief;
import dev.tocsin.core.detect.FilterBelief;
import dev.tocsin.core.detect.Masses;
import dev.tocsin.core.detect.Outlook;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.DurationText;
import dev.tocsin.core.target.Confirm;
import java.util.Locale;

/** What a rule holds of a target, in words. */
final class BeliefWords {
    private BeliefWords() {}

    static String of(Belief belief, Confirm rule) {
        String held = switch (belief) {
            case CountBelief count -> count.failures() + " failed and " + count.successes() + " good looks in a row";
            case FilterBelief filter ->
                masses(filter.masses()) + "; while it is up, " + percent(filter.usual())
                        + " of the looks are expected to fail";
        };
        return switch (rule) {
            case Confirm.Weighed ignored -> "each look is weighed. " + held;
            case Confirm.Count count ->
                held + "; " + count.failures() + " failed ones confirm an outage, " + count.successes()
                        + " good ones its end";
        };
    }

    /** Looks that must fail. */
    static String failed(Outlook outlook) {
        return counted(outlook, "failed");
    }

    /** Looks that must succeed. */
    static String good(Outlook outlook) {
        return counted(outlook, "good");
    }

    private static String counted(Outlook outlook, String kind) {
        return Counted.of(outlook.looks(), "more " + kind + " look") + " in a row, about "
                + DurationText.of(outlook.within()) + " in all,";
    }

    private static String masses(Masses masses) {
        return "Held: up " + percent(masses.up()) + ", losing some looks " + percent(masses.losing())
                + ", losing half or more " + percent(masses.failing());
    }

    private static String percent(double share) {
        return share >= .9995
                ? "over 99.9 %"
                : share < .0005 ? "under 0.1 %" : String.format(Locale.ROOT, "%.1f %%", share * 100);
    }
}

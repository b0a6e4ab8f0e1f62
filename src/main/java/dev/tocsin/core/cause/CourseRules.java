package dev.tocsin.core.cause;

import static dev.tocsin.core.cause.Cause.MAINTENANCE;
import static dev.tocsin.core.cause.Cause.NETWORK_LOSS;
import static dev.tocsin.core.cause.Cause.OVERLOAD;
import static dev.tocsin.core.cause.Cause.SERVICE_FAULT;
import static dev.tocsin.core.cause.Rule.PLAIN;
import static dev.tocsin.core.cause.Rule.SLIGHT;
import static dev.tocsin.core.cause.Rule.STRONG;

import java.util.List;
import java.util.Optional;

/** Rules on what came before the onset and what looks came to since. Pure. */
final class CourseRules {
    private static final double NOT_SLOWER = 1.5;
    private static final double MUCH_SLOWER = 3;
    /** Fewer looks say nothing of a share: those that confirm an outage all failed, or it would not be confirmed. */
    private static final int FEWEST = 6;

    private static final int FEWEST_BEFORE = 3;

    private CourseRules() {}

    static List<Rule> all() {
        return List.of(
                Rule.of("NL3", Family.LATENCY, CourseRules::notSlower)
                        .pro(NETWORK_LOSS, PLAIN)
                        .contra(OVERLOAD, PLAIN),
                Rule.of("NL4", Family.SHARE, CourseRules::nothingSucceeds)
                        .pro(NETWORK_LOSS, SLIGHT)
                        .contra(OVERLOAD, SLIGHT),
                Rule.of("OL1", Family.LATENCY, CourseRules::muchSlower)
                        .mark(OVERLOAD, STRONG)
                        .contra(NETWORK_LOSS, STRONG)
                        .contra(MAINTENANCE, PLAIN)
                        .contra(SERVICE_FAULT, PLAIN),
                Rule.of("OL2", Family.SHARE, CourseRules::someSucceed)
                        .pro(OVERLOAD, PLAIN)
                        .contra(NETWORK_LOSS, STRONG)
                        .contra(MAINTENANCE, SLIGHT),
                Rule.of("OL5", Family.COURSE, CourseRules::relapses)
                        .pro(OVERLOAD, SLIGHT)
                        .contra(NETWORK_LOSS, PLAIN),
                Rule.of("OL6", Family.COURSE, CourseRules::failedBefore)
                        .pro(OVERLOAD, SLIGHT)
                        .contra(NETWORK_LOSS, PLAIN));
    }

    private static Optional<String> notSlower(Features features) {
        return features.slowdown()
                .filter(factor -> factor < NOT_SLOWER)
                .map(factor ->
                        "no slowdown before: the last answers took " + Amounts.times(factor) + " as long as usual");
    }

    private static Optional<String> muchSlower(Features features) {
        return features.slowdown()
                .filter(factor -> factor >= MUCH_SLOWER)
                .map(factor -> "the last answers before took " + Amounts.times(factor) + " as long as usual");
    }

    private static Optional<String> nothingSucceeds(Features features) {
        Tally since = features.since();
        return since.of() >= FEWEST && since.count() == since.of()
                ? Optional.of("none of " + since.of() + " looks since the onset succeeded")
                : Optional.empty();
    }

    private static Optional<String> someSucceed(Features features) {
        Tally since = features.since();
        Tally succeeded = new Tally(since.of() - since.count(), since.of());
        return since.of() >= FEWEST && succeeded.isAtLeast(.05) && !succeeded.isAtLeast(.7)
                ? Optional.of(succeeded + " looks since the onset succeeded")
                : Optional.empty();
    }

    private static Optional<String> relapses(Features features) {
        return features.relapses() >= 2
                ? Optional.of("it answered " + features.relapses() + " times since the onset and failed again")
                : Optional.empty();
    }

    private static Optional<String> failedBefore(Features features) {
        Tally before = features.before();
        return before.of() >= FEWEST_BEFORE && before.count() >= 2
                ? Optional.of(before + " looks shortly before the onset had failed")
                : Optional.empty();
    }
}

package dev.tocsin.probe;

import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The answers to the echoes of one look, and what they mean. Pure, but for what it notes on a course. */
record IcmpTally(List<IcmpAnswer> answers) {
    IcmpTally {
        answers = List.copyOf(answers);
    }

    /** What the answers mean; the course is told of loss and round trips. */
    Outcome judge(Check.Icmp check, Course course) {
        boolean tooMany = lost() * 100 > check.mostLost() * answers.size();
        course.noted(new Expectation("at most " + check.mostLost() + " % lost", loss(), result(!tooMany)));
        course.remark((answers.size() - lost()) + " of " + answers.size() + " echoes answered, " + percent() + " lost");
        refusal().ifPresent(why -> course.remark("ICMP says " + why));
        if (roundTrips().isEmpty()) {
            return refusal()
                    .map(why -> FailureReader.down(Phase.ICMP, FailureKind.ICMP_UNREACHABLE, why))
                    .orElseGet(() -> FailureReader.down(Phase.ICMP, FailureKind.ICMP_TIMEOUT, loss()));
        }
        course.remark("round trip " + millis(least()) + " min, " + millis(average()) + " average, " + millis(most())
                + " max");
        if (tooMany) {
            return FailureReader.down(
                    Phase.ICMP, FailureKind.ICMP_LOSS, loss() + ", at most " + check.mostLost() + " %");
        }
        Outcome working = lost() == 0
                ? new Outcome.Up()
                : new Outcome.Degraded(new Failure(Phase.ICMP, FailureKind.ICMP_LOSS, loss()));
        return check.slow().map(slow -> slowness(working, slow, course)).orElse(working);
    }

    /** The average is what counts as slow: the look as a whole takes as long as its pauses. */
    private Outcome slowness(Outcome working, Duration slow, Course course) {
        boolean met = average().compareTo(slow) <= 0;
        String wanted = "at most " + millis(slow);
        course.noted(new Expectation(wanted + " round trip", millis(average()) + " on average", result(met)));
        return met || working instanceof Outcome.Degraded
                ? working
                : new Outcome.Degraded(
                        new Failure(Phase.ICMP, FailureKind.TOO_SLOW, millis(average()) + ", " + wanted));
    }

    int lost() {
        return answers.size() - roundTrips().size();
    }

    List<Duration> roundTrips() {
        return answers.stream()
                .filter(IcmpAnswer.Echoed.class::isInstance)
                .map(answer -> ((IcmpAnswer.Echoed) answer).roundTrip())
                .toList();
    }

    /** The first reason given why an echo cannot be answered. */
    Optional<String> refusal() {
        return answers.stream()
                .filter(IcmpAnswer.Refused.class::isInstance)
                .map(answer -> ((IcmpAnswer.Refused) answer).why())
                .findFirst();
    }

    private Duration average() {
        return roundTrips().stream()
                .reduce(Duration.ZERO, Duration::plus)
                .dividedBy(Math.max(1, roundTrips().size()));
    }

    private Duration least() {
        return roundTrips().stream().min(Duration::compareTo).orElse(Duration.ZERO);
    }

    private Duration most() {
        return roundTrips().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private String loss() {
        return lost() + " of " + answers.size() + (answers.size() == 1 ? " echo" : " echoes") + " lost (" + percent()
                + ")";
    }

    /** To a tenth where it is no whole number, so that it never looks equal to a limit that it passes. */
    private String percent() {
        double percent = lost() * 100.0 / answers.size();
        return String.format(Locale.ROOT, percent == Math.rint(percent) ? "%.0f %%" : "%.1f %%", percent);
    }

    private static String millis(Duration time) {
        double millis = time.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis == Math.rint(millis) ? "%.0f ms" : "%.3f ms", millis);
    }

    private static Expectation.Result result(boolean met) {
        return met ? Expectation.Result.MET : Expectation.Result.MISSED;
    }
}

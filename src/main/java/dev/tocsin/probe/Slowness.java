package dev.tocsin.probe;

import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Check;
import java.time.Duration;

/** Holds the time a good look took against what the target calls slow; ICMP looks hold their round trips. */
final class Slowness {
    private Slowness() {}

    /** Degraded where the answer was good and took longer than {@link Check#slow()}; else what it was. */
    static Outcome judge(Outcome soFar, Check check, Course course) {
        if (check.slow().isEmpty() || !soFar.isWorking() || check instanceof Check.Icmp) {
            return soFar;
        }
        Duration most = check.slow().get();
        Duration took = course.took();
        boolean met = took.compareTo(most) <= 0;
        String found = took.toMillis() + " ms";
        course.noted(new Expectation(
                "at most " + most.toMillis() + " ms", found, met ? Expectation.Result.MET : Expectation.Result.MISSED));
        if (met || soFar instanceof Outcome.Degraded) {
            return soFar;
        }
        FailureKind kind = check instanceof Check.Http ? FailureKind.HTTP_TOO_SLOW : FailureKind.TOO_SLOW;
        return new Outcome.Degraded(new Failure(course.phase(), kind, found + ", at most " + most.toMillis() + " ms"));
    }
}

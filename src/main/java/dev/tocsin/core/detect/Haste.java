package dev.tocsin.core.detect;

import java.time.Duration;
import java.util.Optional;

/** How soon the filter wants another look. */
final class Haste {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration NEXT = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofSeconds(20);
    /** A suspicion that lasts this long is looked into at the target's own pace. */
    private static final Duration LONG = Duration.ofMinutes(5);

    private Haste() {}

    /**
     * The pause while an outage is suspected.
     *
     * @param since time since the first failure; a look is due when it reaches the span that confirms
     */
    static Optional<Duration> whileSuspected(Duration since) {
        if (since.compareTo(LONG) > 0) {
            return Optional.empty();
        }
        if (since.compareTo(FilterDetector.FAILING_SPAN) >= 0) {
            return Optional.of(since.compareTo(FilterDetector.FAILING_SPAN.multipliedBy(2)) < 0 ? NEXT : LATER);
        }
        return Optional.of(
                towards(since, FilterDetector.FAILING_SPAN, since.compareTo(NEXT) < 0 ? FIRST : pauseAt(since)));
    }

    /**
     * The pause while a restoration is being confirmed.
     *
     * @param since time since the first success
     */
    static Optional<Duration> whileRecovering(Duration since) {
        return Optional.of(
                since.compareTo(FilterDetector.ANSWERING_SPAN) >= 0
                        ? FIRST
                        : towards(since, FilterDetector.ANSWERING_SPAN, since.compareTo(FIRST) < 0 ? FIRST : NEXT));
    }

    private static Duration pauseAt(Duration since) {
        return since.compareTo(Duration.ofSeconds(20)) < 0 ? FIRST : NEXT;
    }

    /** The pause, or as long as is left to the goal where one more look would fall short of it by little. */
    private static Duration towards(Duration since, Duration goal, Duration pause) {
        Duration left = goal.minus(since);
        return left.compareTo(pause.plus(NEXT)) < 0 ? left : pause;
    }
}

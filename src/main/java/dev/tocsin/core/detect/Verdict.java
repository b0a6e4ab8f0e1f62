package dev.tocsin.core.detect;

import dev.tocsin.core.observe.Failure;
import java.time.Instant;

/** What one observation changed, and why it changed no more. */
public sealed interface Verdict {
    /** Nothing changed. */
    record Unmoved(Why why) implements Verdict {}

    /** A target that was fine failed, or a suspected one failed again, short of its count. */
    record Suspects(Onset onset) implements Verdict {}

    /** A suspected target answered after all. */
    record Clears() implements Verdict {}

    /** The first success of a target that was never judged. */
    record FirstUp() implements Verdict {}

    /** The outage is confirmed. */
    record ConfirmsDown(Onset onset, Failure failure) implements Verdict {}

    /** A target that is down answered, short of its count. */
    record Recovers(Restoration restoration) implements Verdict {}

    /** A target that had begun to answer failed again. */
    record Relapses() implements Verdict {}

    /** The restoration is confirmed. */
    record ConfirmsUp(Onset onset, Restoration restoration) implements Verdict {}

    /** A target that was up loses some of its looks. */
    record ConfirmsLosing(Instant since) implements Verdict {}

    /** A target that lost some of its looks answers as it used to. */
    record ConfirmsSteady(Instant since) implements Verdict {}

    /** Why an observation changed nothing. */
    enum Why {
        UNJUDGED,
        /** This look, or a later one of its vantage, was judged before. */
        SEEN_BEFORE,
        STILL_UP,
        STILL_LOSING,
        /** One good look does not outweigh the failed ones before. */
        NOT_CALM,
        STILL_DOWN
    }
}

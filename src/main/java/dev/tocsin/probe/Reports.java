package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What targets that report in by themselves have said since the bot began to listen. Kept in memory: after a start, a
 * target is not judged before it had its full time to report. Safe for use by many threads.
 */
public final class Reports {
    private final InstantSource clock;
    private final Instant listening;
    private final Map<Secret, Instant> last = new ConcurrentHashMap<>();

    /** Reports from now on. */
    public Reports(InstantSource clock) {
        this.clock = clock;
        this.listening = clock.instant();
    }

    /** A target has reported in; the caller has found the token to be one of a target's. */
    public void heard(Secret token) {
        last.merge(token, clock.instant(), (before, now) -> now.isAfter(before) ? now : before);
    }

    /** Up where the last report is young enough; unjudged before the bot has listened for as long as the target has. */
    Outcome judge(Check.Heartbeat check) {
        Instant now = clock.instant();
        @Nullable Instant heard = last.get(check.token());
        Instant since = heard == null ? listening : heard;
        Duration quiet = Duration.between(since, now);
        if (quiet.compareTo(check.within()) <= 0) {
            return heard == null
                    ? new Outcome.Unjudged(Outcome.Reason.NOT_HEARD_YET, "listening since " + listening)
                    : new Outcome.Up();
        }
        return FailureReader.down(
                Phase.REPORT,
                FailureKind.REPORT_MISSED,
                heard == null
                        ? "none since the bot began to listen"
                        : "the last one came " + quiet.toSeconds() + " s ago");
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.command.look.LookSentence;
import dev.tocsin.core.detect.Health;
import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.DurationText;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.Target;
import dev.tocsin.engine.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** States in words that say no more than was measured. Pure. */
final class Telling {
    private static final int NAME = 60;

    private Telling() {}

    static String name(Target target) {
        return OutsideText.name(target.name(), target.id().value(), NAME);
    }

    /** One word for a table. */
    static String word(Standing standing) {
        if (standing.watching() == Standing.Watching.PAUSED) {
            return "paused";
        }
        return switch (standing.stance().health()) {
            case Health.Unknown ignored -> "not looked at yet";
            case Health.Up ignored -> "up";
            case Health.Losing ignored -> "up, losing looks";
            case Health.Suspected ignored -> "failing, not confirmed";
            case Health.Down ignored -> "DOWN";
            case Health.Recovering ignored -> "DOWN, answering again";
        };
    }

    /** The state and since when. */
    static String phrase(Standing standing, ZoneId zone, Instant now) {
        Health health = standing.stance().health();
        String since = " since " + Clockface.full(health.since(), zone) + ", " + ago(health.since(), now);
        String state = switch (health) {
            case Health.Unknown ignored -> "not looked at yet";
            case Health.Up ignored -> "up" + since;
            case Health.Losing ignored -> "losing some looks" + since;
            case Health.Suspected suspected ->
                "failing" + since + " (" + failure(suspected.failure().phrase()) + "); not confirmed";
            case Health.Down down ->
                "down" + since + " (" + failure(down.failure().phrase()) + ")";
            case Health.Recovering recovering ->
                "down since " + Clockface.full(recovering.down().since(), zone) + "; answers again since "
                        + Clockface.full(recovering.since(), zone) + ", not confirmed";
        };
        return standing.watching() == Standing.Watching.PAUSED ? "paused; was " + state : state;
    }

    static String ago(Instant then, Instant now) {
        return DurationText.of(Duration.between(then, now)) + " ago";
    }

    static String look(Observation look, ZoneId zone) {
        return Clockface.exact(look.at(), zone) + " · " + LookSentence.of(look.finding());
    }

    static Optional<String> sight(Sight sight, ZoneId zone) {
        return switch (sight) {
            case Sight.Blind blind ->
                Optional.of("Monitoring is paused since " + Clockface.full(blind.since(), zone) + ": only "
                        + blind.controls() + " controls answer, so nothing is concluded.");
            case Sight.Clear ignored -> Optional.empty();
            case Sight.Unguarded ignored -> Optional.empty();
        };
    }

    static String mute(Mute mute, ZoneId zone) {
        String what = mute.purpose() == Mute.Purpose.MUTE ? "muted" : "maintenance";
        return "#" + mute.id() + " " + mute.scope().spelled() + " " + what + " until "
                + Clockface.full(mute.until(), zone)
                + " by " + OutsideText.cut(mute.by(), 40)
                + (mute.reason().isEmpty() ? "" : ": " + OutsideText.cut(mute.reason(), 100));
    }

    private static String failure(String phrase) {
        return OutsideText.cut(phrase, 120);
    }
}

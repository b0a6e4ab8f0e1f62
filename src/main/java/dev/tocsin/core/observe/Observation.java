package dev.tocsin.core.observe;

import dev.tocsin.core.target.TargetId;
import java.time.Instant;

/**
 * One look at one target from one vantage, vouched for or marked as unjudged.
 *
 * @param at when the look began
 * @param finding what it found, its outcome replaced by {@link Outcome.Unjudged} where the bot cannot vouch for it
 */
public record Observation(TargetId target, Vantage vantage, Instant at, Finding finding) {
    /** The same without the look's trail. */
    public Observation bare() {
        return new Observation(target, vantage, at, finding.bare());
    }

    public Outcome outcome() {
        return finding.outcome();
    }
}

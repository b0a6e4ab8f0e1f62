package dev.tocsin.core.observe;

import dev.tocsin.core.target.TargetId;
import java.time.Instant;
import java.util.Optional;

/**
 * One look at one target from one vantage, vouched for or marked as unjudged.
 *
 * @param at when the look began
 * @param finding what it found, its outcome replaced by {@link Outcome.Unjudged} where the bot cannot vouch for it
 * @param controls how many controls answered this vantage about then; empty where none are asked; not kept in stores
 */
public record Observation(
        TargetId target, Vantage vantage, Instant at, Finding finding, Optional<ControlCount> controls) {
    /** An observation of which nothing is known of the controls. */
    public Observation(TargetId target, Vantage vantage, Instant at, Finding finding) {
        this(target, vantage, at, finding, Optional.empty());
    }

    /** The same without the look's trail. */
    public Observation bare() {
        return new Observation(target, vantage, at, finding.bare(), controls);
    }

    public Outcome outcome() {
        return finding.outcome();
    }
}

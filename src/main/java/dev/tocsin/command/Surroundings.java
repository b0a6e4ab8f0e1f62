package dev.tocsin.command;

import dev.tocsin.engine.Archive;
import dev.tocsin.engine.Requests;
import dev.tocsin.engine.Situation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What commands work with.
 *
 * @param situation what is known now
 * @param archive what was before
 * @param requests the way to change things
 * @param practice the practice network, while the config turns it on
 * @param administration how the bot is set up, as it is now
 * @param notation targets as config text, both ways
 * @param version of this program
 * @param invitations how to add the bot elsewhere, as far as that is known now
 */
public record Surroundings(
        Situation situation,
        Archive archive,
        Requests requests,
        Supplier<Optional<Practice>> practice,
        TargetNotation notation,
        InstantSource clock,
        String version,
        Supplier<Administration> administration,
        Supplier<List<Invitation>> invitations) {
    /** Where nobody is invited anywhere. */
    public Surroundings(
            Situation situation,
            Archive archive,
            Requests requests,
            Supplier<Optional<Practice>> practice,
            TargetNotation notation,
            InstantSource clock,
            String version,
            Supplier<Administration> administration) {
        this(situation, archive, requests, practice, notation, clock, version, administration, List::of);
    }
}

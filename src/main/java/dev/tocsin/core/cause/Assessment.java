package dev.tocsin.core.cause;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an outage may come from, with all that speaks for and against it. It is assessed from measurements and asserts
 * nothing.
 *
 * @param confidence empty exactly where the cause is not determined
 * @param detail what the sentence names beside the cause
 * @param cluesFor what speaks for the cause, the strongest first
 * @param cluesAgainst what speaks against it, the strongest first
 * @param cluesBeside what was found and speaks neither for nor against it
 * @param at when it was assessed
 */
public record Assessment(
        Cause label,
        Optional<Confidence> confidence,
        Optional<Detail> detail,
        List<Clue> cluesFor,
        List<Clue> cluesAgainst,
        List<Clue> cluesBeside,
        Instant at) {
    public Assessment {
        if (confidence.isEmpty() != (label == Cause.UNDETERMINED)) {
            throw new IllegalArgumentException("what is determined, and nothing else, has a confidence");
        }
        cluesFor = List.copyOf(cluesFor);
        cluesAgainst = List.copyOf(cluesAgainst);
        cluesBeside = List.copyOf(cluesBeside);
    }

    /** Every rule that fired. */
    public Stream<Clue> clues() {
        return Stream.of(cluesFor, cluesAgainst, cluesBeside).flatMap(List::stream);
    }

    /** Whether people who read the one would want to know of the other. */
    public boolean differsFrom(Assessment other) {
        return label != other.label || !confidence.equals(other.confidence);
    }
}

package dev.tocsin.command;

import java.util.List;

/**
 * One parameter of a command.
 *
 * @param name one lower-case word; typed as {@code name=value} where the place alone does not tell
 * @param help what it means, in a few words
 * @param choices the words that fit, for {@link Kind#CHOICE}; empty for every other kind
 */
public record Param(String name, String help, Kind kind, Need need, List<String> choices) {
    public Param {
        choices = List.copyOf(choices);
    }

    /** What fits a parameter, and what completes it. */
    public enum Kind {
        /** The id of a target. */
        TARGET,
        /** The id or name of a target, typed to its end: for what cannot be taken back with ease. */
        WHOLE_TARGET,
        /** A target, {@code network:id}, {@code tag:word} or {@code all}; a bare word may be any of them. */
        SCOPE,
        /** The number of an incident, with or without {@code #}. */
        INCIDENT,
        /** An end in time: {@code 2h}, {@code 90 min}, {@code until 18:00}, {@code tomorrow 06:00}. */
        UNTIL,
        /** A length of time: {@code 24h}, {@code 7 days}. */
        WINDOW,
        /** A positive whole number. */
        NUMBER,
        /** One of {@link Param#choices}. */
        CHOICE,
        /** One word, or several in quotes. */
        WORD,
        /** All the rest of the line. */
        TEXT
    }

    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    public static Param required(String name, Kind kind, String help) {
        return new Param(name, help, kind, Need.REQUIRED, List.of());
    }

    public static Param optional(String name, Kind kind, String help) {
        return new Param(name, help, kind, Need.OPTIONAL, List.of());
    }

    public static Param choice(String name, Need need, String help, List<String> choices) {
        return new Param(name, help, Kind.CHOICE, need, choices);
    }
}

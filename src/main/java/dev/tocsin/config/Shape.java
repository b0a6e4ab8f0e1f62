package dev.tocsin.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a value of the config must look like. The reader, the JSON Schema and the reference page all follow from these,
 * so that they cannot disagree.
 */
sealed interface Shape {
    /** An object with these keys and no others. */
    record Keys(Map<String, Key> keys) implements Shape {
        public Keys {
            keys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }
    }

    /**
     * One key of an object.
     *
     * @param byDefault what holds where the key is left out, as JSON or in words; empty where nothing does
     */
    record Key(Shape shape, Need need, String byDefault, String help) {}

    enum Need {
        REQUIRED,
        OPTIONAL
    }

    /**
     * An object whose keys are free.
     *
     * @param keyHelp what one key is, in a few words
     * @param names what each key must look like
     */
    record Free(String keyHelp, Shape names, Shape values) implements Shape {}

    record Items(Shape each) implements Shape {}

    /** Either one, or a list of them. */
    record OneOrMore(Shape each) implements Shape {}

    /** A text that matches in full; {@code expected} says so in words. */
    record Text(Pattern form, String expected) implements Shape {}

    /** A text that something else must understand. */
    record Understood(String expected, Mistake mistake) implements Shape {}

    /** Finds what is wrong with a text. */
    interface Mistake {
        /** The reason, which may be blank where {@code expected} says it all; empty where nothing is wrong. */
        Optional<String> in(String text);
    }

    /** A text that is kept secret and may stand elsewhere: {@code ${ENV_NAME}}, {@code ${file:path}}. */
    record SecretText() implements Shape {}

    record Length(Duration least, Duration most) implements Shape {}

    record Whole(long least, long most) implements Shape {}

    /** That word, or a whole number. */
    record WordOr(String word, Whole whole) implements Shape {}

    record Flag() implements Shape {}

    /** A text, a number, true or false. */
    record Scalar() implements Shape {}

    record Choice(List<String> words) implements Shape {}

    /** {@code true}, {@code false} or an object. */
    record FlagOr(Keys keys) implements Shape {}
}

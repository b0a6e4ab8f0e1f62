package dev.tocsin.chat.telegram;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word that is to be chosen for a line, as buttons carry it over restarts: what of all that fits is shown, or what is
 * searched for. Pure.
 *
 * @param page of what fits, from 0
 * @param begun what is known of the word; may be blank
 * @param before the line up to the word, with the blank before it
 * @param after what follows the word, with the blank before it
 */
record Pick(int page, String begun, String before, String after) {
    private static final Pattern FORM = Pattern.compile("(more|find):(\\d{1,4})\n([^\n]*)\n(/[^\n]*)\n([^\n]*)");
    /** Bytes of UTF-8. */
    private static final int LONGEST = 400;

    static Pick first(String begun, String before, String after) {
        return new Pick(0, begun, before, after);
    }

    /** The page that a button shows. */
    static Optional<Pick> shown(String data) {
        return read(data, "more");
    }

    /** What a button searches. */
    static Optional<Pick> sought(String data) {
        return read(data, "find");
    }

    private static Optional<Pick> read(String data, String verb) {
        Matcher parts = FORM.matcher(data);
        return parts.matches() && parts.group(1).equals(verb)
                ? Optional.of(
                        new Pick(Integer.parseInt(parts.group(2)), parts.group(3), parts.group(4), parts.group(5)))
                : Optional.empty();
    }

    String show() {
        return data("more");
    }

    String seek() {
        return data("find");
    }

    private String data(String verb) {
        return String.join("\n", verb + ":" + page, begun, before, after);
    }

    Pick at(int other) {
        return new Pick(other, begun, before, after);
    }

    /** The first page of what has that in it. */
    Pick of(String part) {
        String line = part.strip().replaceAll("\\R", " ");
        boolean fits = line.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
        return first(fits ? line : line.substring(0, LONGEST / 4), before, after);
    }

    String with(String word) {
        return before + word + after;
    }
}

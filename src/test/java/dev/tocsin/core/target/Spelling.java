package dev.tocsin.core.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A line of a table of spellings.
 *
 * @param written as in the table, with escapes, so that a report can show it
 * @param verdict {@code allowed}, or a piece of the reason why it is refused
 */
public record Spelling(String written, String verdict) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    /** The table in this resource of the tests. */
    public static List<Spelling> table(String resource) {
        try (InputStream table = Objects.requireNonNull(Spelling.class.getResourceAsStream(resource), resource)) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .map(Spelling::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Spelling of(String line) {
        int bar = line.lastIndexOf(" | ");
        return new Spelling(line.substring(0, bar).stripTrailing(), line.substring(bar + 3));
    }

    /** What is typed. */
    public String text() {
        return ESCAPE.matcher(written)
                .replaceAll(escape -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(escape.group(1), 16))));
    }

    public boolean isAllowed() {
        return verdict.equals("allowed");
    }

    @Override
    public String toString() {
        return written + " is " + (isAllowed() ? "allowed" : "refused: " + verdict);
    }
}

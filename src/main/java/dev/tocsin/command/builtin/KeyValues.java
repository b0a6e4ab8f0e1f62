package dev.tocsin.command.builtin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code key=value} pairs as people type them; a value with spaces stands in double quotes. Pure. */
final class KeyValues {
    private static final Pattern PAIR =
            Pattern.compile("\\s*([A-Za-z][A-Za-z0-9]{0,30})=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S*))(?=\\s|$)");

    private KeyValues() {}

    /** The pairs; empty if the text holds anything else, or a key twice. */
    static Optional<Map<String, String>> read(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(text.strip());
        int at = 0;
        while (pair.find() && pair.start() == at) {
            String value = pair.group(2) != null ? pair.group(2).replaceAll("\\\\(.)", "$1") : pair.group(3);
            if (pairs.put(pair.group(1), value) != null) {
                return Optional.empty();
            }
            at = pair.end();
        }
        return at == text.strip().length() && !pairs.isEmpty() ? Optional.of(pairs) : Optional.empty();
    }

    /** The pairs in a form that {@link #read} gives back. */
    static String write(Map<String, String> pairs) {
        StringBuilder text = new StringBuilder();
        pairs.forEach((key, value) -> {
            text.append(text.isEmpty() ? "" : " ").append(key).append('=');
            boolean bare = !value.isEmpty() && value.chars().noneMatch(c -> Character.isWhitespace(c) || c == '"');
            text.append(bare ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"");
        });
        return text.toString();
    }
}

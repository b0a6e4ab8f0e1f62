package dev.tocsin.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command whose parameters were filled in one by one, on platforms that have fields for them.
 *
 * @param command its name, without the slash
 * @param values by parameter name, in the order in which they are to be shown; what was left out is absent
 */
public record Form(String command, Map<String, String> values) {
    public Form {
        values = new LinkedHashMap<>(values);
    }

    /** Reads what {@link #line} wrote; nothing where the text is no such line. */
    public static Optional<Form> parse(String line) {
        List<Words.Word> words = Words.of(line);
        if (words.isEmpty() || !words.getFirst().text().startsWith("/")) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Words.Word word : words.subList(1, words.size())) {
            int equals = word.text().indexOf('=');
            if (equals < 1) {
                return Optional.empty();
            }
            values.put(word.text().substring(0, equals), word.text().substring(equals + 1));
        }
        return Optional.of(new Form(words.getFirst().text().substring(1), values));
    }

    @Override
    public Map<String, String> values() {
        return new LinkedHashMap<>(values);
    }

    /** The command as it might have been typed, for people to read: {@code /mute what=api for="90 min"}. */
    public String line() {
        StringBuilder text = new StringBuilder("/").append(command);
        values.forEach((name, value) -> {
            String plain = value.replace('"', '\'');
            boolean bare = plain.matches("\\S+");
            text.append(' ').append(name).append('=').append(bare ? plain : '"' + plain + '"');
        });
        return text.toString();
    }
}

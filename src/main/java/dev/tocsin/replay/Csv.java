package dev.tocsin.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Comma-separated lines after RFC 4180, without line breaks within a field. The first line names the columns. Pure. */
final class Csv {
    private Csv() {}

    /** One line below the header; columns are found by name, in any order. */
    record Line(int number, Map<String, Integer> columns, List<String> fields) {
        /** What stands in the first of these columns that the file has; empty where it has none of them. */
        Optional<String> field(String... names) {
            for (String name : names) {
                Integer column = columns.get(name);
                if (column != null) {
                    return Optional.of(column < fields.size() ? fields.get(column) : "");
                }
            }
            return Optional.empty();
        }

        boolean isComplete() {
            return fields.size() == columns.size();
        }
    }

    /**
     * Reads a file line by line; blank lines are skipped.
     *
     * @param needed of each of these sets the header names one column at least
     */
    static void read(Path file, List<List<String>> needed, Consumer<Line> lines, List<Flaw> flaws) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            String header = reader.readLine();
            Map<String, Integer> columns = columns(header == null ? "" : header);
            List<List<String>> missing = needed.stream()
                    .filter(names -> names.stream().noneMatch(columns::containsKey))
                    .toList();
            missing.forEach(names -> flaws.add(
                    new Flaw(file.toString(), 1, "no column " + String.join(" or ", names) + " in the header")));
            if (missing.isEmpty()) {
                body(file, reader, columns, lines, flaws);
            }
        } catch (CharacterCodingException wrong) {
            flaws.add(new Flaw(file.toString(), 0, "is not text in UTF-8"));
        } catch (IOException failed) {
            flaws.add(new Flaw(file.toString(), 0, "cannot be read: " + failed.getMessage()));
        }
    }

    private static void body(
            Path file, BufferedReader reader, Map<String, Integer> columns, Consumer<Line> lines, List<Flaw> flaws)
            throws IOException {
        int number = 1;
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            number++;
            if (text.isBlank()) {
                continue;
            }
            Line line = new Line(number, columns, fields(text));
            if (line.isComplete()) {
                lines.accept(line);
            } else {
                flaws.add(new Flaw(
                        file.toString(),
                        number,
                        "has " + line.fields().size() + " fields; expected " + columns.size() + ", as in the header"));
            }
        }
    }

    private static Map<String, Integer> columns(String header) {
        Map<String, Integer> columns = new HashMap<>();
        String text = header.startsWith("\uFEFF") ? header.substring(1) : header;
        for (String name : fields(text)) {
            columns.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), columns.size());
        }
        return columns;
    }

    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    /** The fields as one line, quoted where they need it; line breaks become blanks. */
    static String line(List<String> fields) {
        return String.join(",", fields.stream().map(Csv::quoted).toList());
    }

    private static String quoted(String field) {
        String flat = field.replaceAll("[\\r\\n]+", " ");
        return flat.contains(",") || flat.contains("\"") ? '"' + flat.replace("\"", "\"\"") + '"' : flat;
    }
}

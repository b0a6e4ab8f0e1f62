package dev.tocsin.chat.discord;

import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Param;
import dev.tocsin.command.TimePhrase;
import dev.tocsin.sample.Samples;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line of a transcript as somebody fills it into Discord's fields. */
record TypedLine(String command, Map<String, String> options) {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    private record Word(String text, int start, Optional<String> quoted) {
        String bare() {
            return quoted.orElse(text);
        }
    }

    /** Nothing where Discord would not let the line be sent: an unknown command, a needed field empty, words left over. */
    static Optional<TypedLine> read(String line, List<CommandSpec> specs) {
        String name = line.strip().replaceFirst("^/", "").split("\\s", 2)[0];
        return specs.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .flatMap(spec -> new Reading(line, words(line.replace('\t', ' '))).read(spec));
    }

    private static List<Word> words(String line) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(new Word(word.group(), word.start(), Optional.ofNullable(word.group(1))));
        }
        return words;
    }

    private static final class Reading {
        private final String line;
        private final List<Word> left;
        private final Map<String, String> options = new LinkedHashMap<>();

        Reading(String line, List<Word> words) {
            this.line = line;
            this.left = new ArrayList<>(words.subList(1, words.size()));
        }

        Optional<TypedLine> read(CommandSpec spec) {
            spec.params().forEach(this::takeNamed);
            for (Param param : spec.params()) {
                boolean last = param.equals(spec.params().getLast());
                if (!options.containsKey(param.name()) && !left.isEmpty()) {
                    take(param, last);
                }
            }
            boolean fits = spec.params().stream().allMatch(this::fits);
            return fits && left.isEmpty() ? Optional.of(new TypedLine(spec.name(), options)) : Optional.empty();
        }

        private boolean fits(Param param) {
            Optional<String> text = Optional.ofNullable(options.get(param.name()));
            return text.isEmpty()
                    ? param.need() == Param.Need.OPTIONAL
                    : switch (param.kind()) {
                        case CHOICE -> param.choices().contains(text.get());
                        case NUMBER -> text.get().matches("[1-9]\\d*");
                        case TARGET, WHOLE_TARGET, SCOPE, INCIDENT, UNTIL, WINDOW, WORD, TEXT -> true;
                    };
        }

        private void takeNamed(Param param) {
            left.stream()
                    .filter(word ->
                            param.kind() != Param.Kind.TEXT && word.text().startsWith(param.name() + "="))
                    .findFirst()
                    .ifPresent(word -> {
                        options.put(
                                param.name(), word.text().substring(param.name().length() + 1));
                        left.remove(word);
                    });
        }

        private void take(Param param, boolean last) {
            switch (param.kind()) {
                case TEXT -> {
                    String rest = line.substring(left.getFirst().start());
                    options.put(param.name(), left.size() == 1 ? left.getFirst().bare() : rest);
                    left.clear();
                }
                case UNTIL, WINDOW -> takeTime(param, last);
                case TARGET, WHOLE_TARGET, SCOPE, INCIDENT, NUMBER, CHOICE, WORD ->
                    options.put(param.name(), left.removeFirst().bare());
            }
        }

        /** The longest beginning that is a time; where none is, the word, unless it may be of a text that follows. */
        private void takeTime(Param param, boolean last) {
            for (int count = left.size(); count > 0; count--) {
                String phrase = String.join(
                        " ", left.subList(0, count).stream().map(Word::text).toList());
                if (TimePhrase.instant(phrase, Samples.NOON, ZoneOffset.UTC).isPresent()) {
                    options.put(param.name(), phrase);
                    left.subList(0, count).clear();
                    return;
                }
            }
            if (last || param.need() == Param.Need.REQUIRED) {
                options.put(param.name(), left.removeFirst().bare());
            }
        }
    }
}

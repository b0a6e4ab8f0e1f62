package dev.tocsin.command;

import dev.tocsin.command.Words.Quoting;
import dev.tocsin.command.Words.Word;
import dev.tocsin.core.message.OutsideText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a line by the spec of its command: parameters in their order, or as {@code name=value} anywhere. Times may span
 * several words: the longest run that reads as a time is taken. Safe for use by many threads.
 */
final class TextParser {
    static final int LONGEST_LINE = 2_000;

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final ParamReader reader;

    TextParser(List<Command> commands, ParamReader reader) {
        commands.forEach(command -> this.commands.put(command.spec().name(), command));
        this.reader = reader;
    }

    Parsed parse(Caller caller, String line, Instant now) {
        if (line.length() > LONGEST_LINE) {
            return new Parsed.Refused("That line is longer than " + LONGEST_LINE + " characters.", "");
        }
        List<Word> words = Words.of(line);
        if (words.isEmpty()) {
            return new Parsed.Refused("Nothing was typed; /help lists the commands.", "");
        }
        String name = name(words.getFirst().text());
        Command command = commands.get(name);
        if (command == null) {
            return new Parsed.Refused(unknown(name), "");
        }
        return new Reading(command, caller, line, now, new ArrayList<>(words.subList(1, words.size()))).read();
    }

    Optional<Command> command(String word) {
        return Optional.ofNullable(commands.get(name(word)));
    }

    private static String name(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.startsWith("/") ? lower.substring(1) : lower;
    }

    private String unknown(String name) {
        return "There is no command /" + OutsideText.cut(name, 30)
                + Nearest.to(name, commands.keySet())
                        .map(near -> "; did you mean /" + near + "?")
                        .orElse("; /help lists the commands.");
    }

    /** One line being read. */
    private final class Reading {
        private final Command command;
        private final Caller caller;
        private final String line;
        private final Instant now;
        private final List<Word> left;
        private final Map<String, Value> values = new HashMap<>();
        private Optional<String> wrong = Optional.empty();

        Reading(Command command, Caller caller, String line, Instant now, List<Word> left) {
            this.command = command;
            this.caller = caller;
            this.line = line;
            this.now = now;
            this.left = left;
        }

        Parsed read() {
            List<Param> params = command.spec().params();
            takeNamed(params);
            for (Param param : params) {
                if (wrong.isEmpty() && !values.containsKey(param.name())) {
                    takeNext(param);
                }
            }
            if (wrong.isEmpty() && !left.isEmpty()) {
                wrong = Optional.of("\"" + OutsideText.cut(left.getFirst().text(), 60) + "\" is more than /"
                        + command.spec().name() + " takes.");
            }
            String usage = command.spec().usage();
            return wrong.<Parsed>map(why -> new Parsed.Refused(why, usage))
                    .orElseGet(() -> new Parsed.Ready(command, new Invocation(caller, command.spec(), now, values)));
        }

        /** {@code name=value}, for parameters of this command that take one word; keys of a TEXT stay in the text. */
        private void takeNamed(List<Param> params) {
            for (Word word : List.copyOf(left)) {
                int equals = word.text().indexOf('=');
                String name = equals < 0 ? "" : word.text().substring(0, equals).toLowerCase(Locale.ROOT);
                params.stream()
                        .filter(param -> param.name().equals(name) && param.kind() != Param.Kind.TEXT)
                        .filter(param -> word.quoting() == Quoting.BARE && wrong.isEmpty())
                        .findFirst()
                        .filter(param -> left.contains(word))
                        .ifPresent(param -> takeNamed(param, word, word.text().substring(equals + 1)));
            }
        }

        /** A time that was named may go on in the words after it. */
        private void takeNamed(Param param, Word word, String text) {
            int index = left.indexOf(word);
            switch (param.kind()) {
                case UNTIL, WINDOW -> {
                    left.set(index, new Word(text, word.start(), word.end(), word.quoting()));
                    takeTime(param, left.subList(index, left.size()), Param.Need.REQUIRED);
                }
                case TARGET, WHOLE_TARGET, SCOPE, INCIDENT, NUMBER, CHOICE, WORD, TEXT -> {
                    left.remove(index);
                    put(param, text);
                }
            }
        }

        private void takeNext(Param param) {
            if (left.isEmpty()) {
                if (param.need() == Param.Need.REQUIRED) {
                    wrong = Optional.of("<" + param.name() + "> is missing: " + param.help() + ".");
                }
                return;
            }
            switch (param.kind()) {
                case UNTIL, WINDOW ->
                    takeTime(param, left, isFollowedByText(param) ? param.need() : Param.Need.REQUIRED);
                case TEXT -> {
                    put(param, rest());
                    left.clear();
                }
                case TARGET, WHOLE_TARGET, SCOPE, INCIDENT, NUMBER, CHOICE, WORD -> {
                    String text = left.removeFirst().text();
                    put(param, text);
                }
            }
        }

        private void takeTime(Param param, List<Word> words, Param.Need need) {
            switch (new TimeTaker(reader, caller, now).take(param, words)) {
                case TimeTaker.Taken.Fine(Value value, int count) -> {
                    values.put(param.name(), value);
                    words.subList(0, count).clear();
                }
                case TimeTaker.Taken.Unread(String why) -> wrong = Optional.of(why);
                case TimeTaker.Taken.None(String why) -> {
                    if (need == Param.Need.REQUIRED) {
                        wrong = Optional.of(why);
                    }
                }
            }
        }

        /** What is left of the line as it was typed; without its quotes where it is one text in quotes. */
        private String rest() {
            String text = line.substring(left.getFirst().start(), left.getLast().end());
            return text.matches("\"[^\"]*[^\"\\s][^\"]*\"") ? text.substring(1, text.length() - 1) : text;
        }

        /** An optional time before a text may be left out: what does not read as a time is the text's. */
        private boolean isFollowedByText(Param param) {
            List<Param> params = command.spec().params();
            int next = params.indexOf(param) + 1;
            return next < params.size() && params.get(next).kind() == Param.Kind.TEXT;
        }

        private void put(Param param, String text) {
            switch (reader.read(param, text, caller, now)) {
                case ParamReader.Read.Fine(Value value) -> values.put(param.name(), value);
                case ParamReader.Read.Past(String why) -> wrong = Optional.of(why);
                case ParamReader.Read.Wrong(String why) -> wrong = Optional.of(why);
            }
        }
    }
}

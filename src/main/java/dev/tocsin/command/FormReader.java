package dev.tocsin.command;

import dev.tocsin.core.message.OutsideText;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a form by the spec of its command. Safe for use by many threads. */
final class FormReader {
    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final ParamReader reader;

    FormReader(List<Command> commands, ParamReader reader) {
        commands.forEach(command -> this.commands.put(command.spec().name(), command));
        this.reader = reader;
    }

    Parsed parse(Caller caller, Form form, Instant now) {
        Command command = commands.get(form.command());
        if (command == null) {
            return new Parsed.Refused(
                    "There is no command /" + OutsideText.cut(form.command(), 30) + "; /help lists the commands.", "");
        }
        Map<String, Value> values = new HashMap<>();
        for (Param param : command.spec().params()) {
            Optional<String> wrong = read(param, form, caller, now, values);
            if (wrong.isPresent()) {
                return new Parsed.Refused(wrong.get(), command.spec().usage());
            }
        }
        return new Parsed.Ready(command, new Invocation(caller, command.spec(), now, values));
    }

    /** Puts the parameter's value among the values, or answers with what is wrong with it. */
    private Optional<String> read(Param param, Form form, Caller caller, Instant now, Map<String, Value> values) {
        String text = form.values().getOrDefault(param.name(), "").strip();
        if (text.length() > TextParser.LONGEST_LINE) {
            return Optional.of("<" + param.name() + "> is longer than " + TextParser.LONGEST_LINE + " characters.");
        }
        if (text.isEmpty()) {
            return param.need() == Param.Need.REQUIRED
                    ? Optional.of("<" + param.name() + "> is missing: " + param.help() + ".")
                    : Optional.empty();
        }
        return switch (reader.read(param, text, caller, now)) {
            case ParamReader.Read.Fine(Value value) -> {
                values.put(param.name(), value);
                yield Optional.empty();
            }
            case ParamReader.Read.Past(String why) -> Optional.of(why);
            case ParamReader.Read.Wrong(String why) -> Optional.of(why);
        };
    }
}

package dev.tocsin.chat.discord;

import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Form;
import dev.tocsin.command.Param;
import dev.tocsin.core.message.OutsideText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;
import net.dv8tion.jda.api.modals.Modal;

/**
 * Sheets to fill in, for commands whose text is easier to write there than in one line: those that need a text. What was
 * given with the command is kept in the sheet's id. Pure.
 */
final class Sheets {
    static final String PREFIX = "fill:";

    /** Of an input's own text. */
    private static final int LONGEST_TEXT = 2_000;

    private static final int LONGEST_TITLE = 45;

    private Sheets() {}

    /** Whether a sheet asks for this parameter where it was left out: texts, and words right before them. */
    static boolean asksFor(CommandSpec spec, Param param) {
        List<Param> params = spec.params();
        boolean endsInText = !params.isEmpty()
                && params.getLast().kind() == Param.Kind.TEXT
                && params.getLast().need() == Param.Need.REQUIRED;
        return endsInText
                && param.need() == Param.Need.REQUIRED
                && (param.kind() == Param.Kind.TEXT || param.kind() == Param.Kind.WORD);
    }

    /**
     * The sheet that asks for what is missing, with what was given of the rest in its place; nothing where nothing is
     * missing, or where its id has no room for what it does not ask for.
     */
    static Optional<Modal> of(CommandSpec spec, Form form) {
        List<Param> asked =
                spec.params().stream().filter(param -> asksFor(spec, param)).toList();
        Map<String, String> kept = form.values();
        asked.forEach(param -> kept.remove(param.name()));
        String id = PREFIX + new Form(spec.name(), kept).line();
        if (form.values().keySet().containsAll(asked.stream().map(Param::name).toList())
                || id.length() > Modal.MAX_ID_LENGTH) {
            return Optional.empty();
        }
        return Optional.of(Modal.create(id, OutsideText.cut("/" + spec.name() + ": " + spec.summary(), LONGEST_TITLE))
                .addComponents(asked.stream()
                        .map(param -> label(
                                spec, param, Optional.ofNullable(form.values().get(param.name()))))
                        .toList())
                .build());
    }

    private static Label label(CommandSpec spec, Param param, Optional<String> given) {
        TextInput.Builder input = TextInput.create(param.name(), style(param)).setMaxLength(LONGEST_TEXT);
        given.filter(value -> !value.isBlank()).ifPresent(input::setValue);
        example(spec).ifPresent(text -> input.setPlaceholder(OutsideText.cut(text, TextInput.MAX_PLACEHOLDER_LENGTH)));
        return Label.of(
                OutsideText.cut(param.name(), Label.LABEL_MAX_LENGTH),
                OutsideText.cut(param.help(), Label.DESCRIPTION_MAX_LENGTH),
                input.build());
    }

    /** The command that a filled sheet makes, from what its id kept and what was written into it. */
    static Form filled(CommandSpec spec, Map<String, String> kept, Map<String, String> written) {
        Map<String, String> values = new LinkedHashMap<>();
        spec.params()
                .forEach(param -> Optional.ofNullable(written.getOrDefault(param.name(), kept.get(param.name())))
                        .ifPresent(value -> values.put(param.name(), value)));
        return new Form(spec.name(), values);
    }

    /** Of a command with one parameter: an example of more would say in one field what belongs into several. */
    private static Optional<String> example(CommandSpec spec) {
        return spec.params().size() > 1 || spec.examples().isEmpty()
                ? Optional.empty()
                : Optional.of(spec.examples().getLast().replaceFirst("^/\\S+\\s+", ""));
    }

    /** The line as Discord takes it into its fields when it is pasted. */
    static String copied(Form form) {
        return "/" + form.command()
                + form.values().entrySet().stream()
                        .map(one -> " " + one.getKey() + ":" + one.getValue())
                        .collect(Collectors.joining());
    }

    private static TextInputStyle style(Param param) {
        return param.kind() == Param.Kind.TEXT ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT;
    }
}

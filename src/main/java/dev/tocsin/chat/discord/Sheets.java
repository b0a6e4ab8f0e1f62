package dev.tocsin.chat.discord;

import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Form;
import dev.tocsin.command.Param;
import dev.tocsin.core.message.OutsideText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The sheet that asks for what is missing; nothing where nothing is, or where its id has no room for the rest. */
    static Optional<Modal> of(CommandSpec spec, Form form) {
        List<Param> missing = spec.params().stream()
                .filter(param -> asksFor(spec, param) && !form.values().containsKey(param.name()))
                .toList();
        String id = PREFIX + form.line();
        if (missing.isEmpty() || id.length() > Modal.MAX_ID_LENGTH) {
            return Optional.empty();
        }
        List<Label> labels = new ArrayList<>();
        missing.forEach(param -> labels.add(Label.of(
                OutsideText.cut(param.name(), Label.LABEL_MAX_LENGTH),
                OutsideText.cut(param.help(), Label.DESCRIPTION_MAX_LENGTH),
                TextInput.create(param.name(), style(param))
                        .setMaxLength(LONGEST_TEXT)
                        .setPlaceholder(OutsideText.cut(example(spec), TextInput.MAX_PLACEHOLDER_LENGTH))
                        .build())));
        return Optional.of(Modal.create(id, OutsideText.cut("/" + spec.name() + ": " + spec.summary(), 45))
                .addComponents(labels)
                .build());
    }

    /** The command that a filled sheet makes, from what its id kept and what was written into it. */
    static Form filled(CommandSpec spec, Map<String, String> kept, Map<String, String> written) {
        Map<String, String> values = new LinkedHashMap<>();
        spec.params()
                .forEach(param -> Optional.ofNullable(written.getOrDefault(param.name(), kept.get(param.name())))
                        .ifPresent(value -> values.put(param.name(), value)));
        return new Form(spec.name(), values);
    }

    private static String example(CommandSpec spec) {
        return spec.examples().isEmpty() ? spec.usage() : spec.examples().getLast();
    }

    private static TextInputStyle style(Param param) {
        return param.kind() == Param.Kind.TEXT ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT;
    }
}

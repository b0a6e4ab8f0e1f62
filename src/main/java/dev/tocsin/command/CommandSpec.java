package dev.tocsin.command;

import java.util.List;

/**
 * A command as every platform knows it. Platforms render it; they add nothing to it.
 *
 * @param name one lower-case word, without the slash
 * @param summary one sentence, at most 100 characters
 * @param role the least a caller must be
 * @param params in the order in which they are typed
 * @param examples whole lines, with the slash
 */
public record CommandSpec(String name, String summary, Role role, List<Param> params, List<String> examples) {
    public CommandSpec {
        params = List.copyOf(params);
        examples = List.copyOf(examples);
    }

    /** The command and its parameters: {@code /mute <what> <for> [reason]}. */
    public String usage() {
        StringBuilder text = new StringBuilder("/").append(name);
        for (Param param : params) {
            text.append(param.need() == Param.Need.REQUIRED ? " <" + param.name() + ">" : " [" + param.name() + "]");
        }
        return text.toString();
    }
}

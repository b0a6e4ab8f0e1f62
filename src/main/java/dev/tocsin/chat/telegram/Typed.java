package dev.tocsin.chat.telegram;

import dev.tocsin.command.CommandSpec;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command as somebody typed it. Pure.
 *
 * @param name as it was typed, without the slash
 * @param bot whom it is meant for, without {@code @}
 * @param rest what follows, with the blank before it, on one line and with the quotes that phones make straight
 */
record Typed(String name, Optional<String> bot, String rest) {
    private static final Pattern FORM =
            Pattern.compile("/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(\\s.*)?", Pattern.DOTALL);

    static Optional<Typed> of(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Typed(
                        matcher.group(1),
                        Optional.ofNullable(matcher.group(2)),
                        straight(Optional.ofNullable(matcher.group(3)).orElse(""))))
                : Optional.empty();
    }

    /** The command it names, whose hyphens Telegram does not take. */
    Optional<CommandSpec> spec(List<CommandSpec> specs) {
        return specs.stream()
                .filter(spec -> Registration.name(spec).equalsIgnoreCase(name)
                        || spec.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** As it would be typed at the console. */
    String line(List<CommandSpec> specs) {
        return "/" + spec(specs).map(CommandSpec::name).orElse(name) + rest;
    }

    /** Any text on one line. */
    static String straight(String text) {
        return text.replaceAll("\\R", " ").replaceAll("[\u201C\u201D\u201E\u00AB\u00BB]", "\"");
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Nearest;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Tone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What can be typed. */
final class HelpCommand implements Command {
    private final Supplier<List<CommandSpec>> specs;

    HelpCommand(Supplier<List<CommandSpec>> specs) {
        this.specs = specs;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "help",
                "The commands, or one of them in full",
                Role.EVERYONE,
                List.of(Param.optional("command", Param.Kind.WORD, "a command")),
                List.of("/help", "/help mute"));
    }

    @Override
    public Message handle(Invocation typed) {
        return typed.text("command")
                .map(this::one)
                .orElseGet(() -> all(typed.caller().role()));
    }

    private Message all(Role role) {
        List<List<String>> rows = specs.get().stream()
                .filter(spec -> role.compareTo(spec.role()) >= 0)
                .map(spec -> List.of(spec.usage(), spec.summary()))
                .toList();
        return Message.of(Tone.INFO, rows.size() + " commands; times read like 2h, until 18:00, tomorrow 06:00")
                .and(new Block.Table(List.of("command", "what it does"), rows));
    }

    private Message one(String word) {
        String name = word.toLowerCase(Locale.ROOT).replaceFirst("^/", "");
        Optional<CommandSpec> found =
                specs.get().stream().filter(spec -> spec.name().equals(name)).findFirst();
        if (found.isEmpty()) {
            List<String> names = specs.get().stream().map(CommandSpec::name).toList();
            return Message.of(
                    Tone.ERROR,
                    "There is no command /" + OutsideText.cut(name, 30)
                            + Nearest.to(name, names)
                                    .map(near -> "; did you mean /" + near + "?")
                                    .orElse("."));
        }
        CommandSpec spec = found.get();
        Message message = Message.of(Tone.INFO, Line.empty().code(spec.usage()).text("  " + spec.summary()));
        for (Param param : spec.params()) {
            String choices = param.choices().isEmpty() ? "" : ": " + String.join(", ", param.choices());
            String need = param.need() == Param.Need.OPTIONAL ? " (may be left out)" : "";
            message = message.fact(param.name(), Line.of(param.help() + choices + need));
        }
        String who = switch (spec.role()) {
            case EVERYONE -> "everyone";
            case CHANNEL_MANAGER -> "those who manage the channel";
            case ADMIN -> "admins";
        };
        message = message.fact("For", Line.of(who));
        return message.and(new Block.Bullets(spec.examples().stream()
                .map(example -> Line.empty().code(example))
                .toList()));
    }
}

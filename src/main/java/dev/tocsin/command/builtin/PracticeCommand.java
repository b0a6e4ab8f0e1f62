package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Nearest;
import dev.tocsin.command.Param;
import dev.tocsin.command.Practice;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Switches the practice network. */
final class PracticeCommand implements Command {
    private final Surroundings here;

    PracticeCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        List<String> modes = Arrays.stream(Practice.Mode.values())
                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                .toList();
        String names = here.practice()
                .get()
                .map(practice -> ": " + String.join(", ", practice.names()))
                .orElse("");
        return new CommandSpec(
                "practice",
                "Switch the practice network off and on",
                Role.ADMIN,
                List.of(
                        Param.choice("mode", Param.Need.REQUIRED, "how it behaves from now on", modes),
                        Param.optional(
                                "name",
                                Param.Kind.WORD,
                                "a service or network; the government network if left out" + names)),
                List.of("/practice shutdown", "/practice slow tax-portal", "/practice restore"));
    }

    @Override
    public Message handle(Invocation typed) {
        return here.practice()
                .get()
                .map(practice -> switched(practice, typed))
                .orElseGet(() -> Message.of(
                        Tone.ERROR, "The practice network is off; \"practice\": true in the config turns it on."));
    }

    private static Message switched(Practice practice, Invocation typed) {
        Practice.Mode mode =
                Practice.Mode.valueOf(typed.text("mode").orElseThrow().toUpperCase(Locale.ROOT));
        Optional<String> name = typed.text("name");
        try {
            List<String> switched = practice.set(mode, name);
            Message message = Answers.good(what(mode) + " now: " + String.join(", ", switched) + ".")
                    .fact("Next", Line.of("looks notice it within seconds; /status tells what is known"));
            return mode == Practice.Mode.RESTORE ? message : message.suggest("Restore", "/practice restore");
        } catch (IllegalArgumentException unknown) {
            List<String> names = practice.names();
            String meant = Nearest.to(name.orElse(""), names)
                    .map(near -> " Did you mean " + near + "?")
                    .orElse("");
            return Message.of(
                    Tone.ERROR, unknown.getMessage() + meant + " Known are: " + String.join(", ", names) + ".");
        }
    }

    private static String what(Practice.Mode mode) {
        return switch (mode) {
            case RESTORE -> "Answering";
            case SHUTDOWN -> "Silent, as a network that was switched off,";
            case REFUSE -> "Refusing connections";
            case SLOW -> "Answering too late";
        };
    }
}

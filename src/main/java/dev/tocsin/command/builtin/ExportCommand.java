package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Target;
import java.util.Comparator;
import java.util.List;

/** Chat's targets as config. */
final class ExportCommand implements Command {
    private final Surroundings here;

    ExportCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "export",
                "The targets that were added from chat, as config",
                Role.ADMIN,
                List.of(),
                List.of("/export"));
    }

    @Override
    public Message handle(Invocation typed) {
        List<Target> ofChat = here.situation().roster().targets().values().stream()
                .filter(target -> target.origin() == Origin.CHAT)
                .sorted(Comparator.comparing(Target::id))
                .toList();
        return ofChat.isEmpty()
                ? Message.of(Tone.INFO, "No target was added from chat.")
                : Message.of(Tone.INFO, Counted.of(ofChat.size(), "target") + " of chat, as the config's \"targets\":")
                        .and(new Block.Document("targets.json", here.notation().write(ofChat)));
    }
}

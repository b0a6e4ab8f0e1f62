package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.util.List;

/** What is held back now or will be. */
final class MutesCommand implements Command {
    private final Surroundings here;

    MutesCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "mutes", "Mutes and maintenance, now and to come", Role.ADMIN, List.of(), List.of("/mutes"));
    }

    @Override
    public Message handle(Invocation typed) {
        List<Line> lines = here.situation().mutes().stream()
                .map(mute -> Line.of(Telling.mute(mute, typed.caller().zone())
                        + (mute.from().isAfter(typed.now())
                                ? " (from "
                                        + dev.tocsin.core.message.Clockface.full(
                                                mute.from(), typed.caller().zone()) + ")"
                                : "")))
                .toList();
        return lines.isEmpty()
                ? Message.of(Tone.INFO, "Nothing is muted")
                : Message.of(Tone.INFO, lines.size() + " held back").and(new Block.Bullets(lines));
    }
}

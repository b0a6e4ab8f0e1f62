package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.Mute;
import java.util.List;

/** Holds notices back for a time. */
final class MuteCommand implements Command {
    private final Surroundings here;

    MuteCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "mute",
                "Hold notices back for a time; looks go on",
                Role.ADMIN,
                List.of(
                        Param.required("what", Param.Kind.SCOPE, "a target, network:id, tag:word or all"),
                        Param.required("for", Param.Kind.UNTIL, "how long, or until when"),
                        Param.optional("reason", Param.Kind.TEXT, "why, for others to read")),
                List.of("/mute api 2h", "/mute all until 18:00 moving house"));
    }

    @Override
    public Message handle(Invocation typed) {
        return Silencing.begin(
                here,
                typed,
                Mute.Purpose.MUTE,
                typed.scope("what").orElseThrow(),
                typed.now(),
                typed.until("for").orElseThrow());
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.Mute;
import java.time.Instant;
import java.util.List;

/** Announces planned work: notices are held back while it goes on. */
final class MaintenanceCommand implements Command {
    private final Surroundings here;

    MaintenanceCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "maintenance",
                "Hold notices back during planned work",
                Role.ADMIN,
                List.of(
                        Param.required("what", Param.Kind.SCOPE, "a target, network:id, tag:word or all"),
                        Param.required("length", Param.Kind.WINDOW, "how long it takes"),
                        Param.optional("start", Param.Kind.UNTIL, "when it begins; now if left out"),
                        Param.optional("reason", Param.Kind.TEXT, "what is done, for others to read")),
                List.of("/maintenance api 2h", "/maintenance all 90 min tomorrow 06:00 new switches"));
    }

    @Override
    public Message handle(Invocation typed) {
        Instant from = typed.until("start").orElse(typed.now());
        return Silencing.begin(
                here,
                typed,
                Mute.Purpose.MAINTENANCE,
                typed.scope("what").orElseThrow(),
                from,
                from.plus(typed.window("length").orElseThrow()));
    }
}

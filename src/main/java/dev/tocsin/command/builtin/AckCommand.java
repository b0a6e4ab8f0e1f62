package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.message.Message;
import dev.tocsin.engine.Request;
import java.util.List;

/** Says that somebody has taken notice. */
final class AckCommand implements Command {
    private final Surroundings here;

    AckCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "ack",
                "Say that you have taken notice of an outage",
                Role.ADMIN,
                List.of(Param.required("incident", Param.Kind.INCIDENT, "its number")),
                List.of("/ack 12", "/ack #12"));
    }

    @Override
    public Message handle(Invocation typed) {
        IncidentId id = typed.incident("incident").orElseThrow();
        return Answers.to(
                here.requests()
                        .submit(new Request.Acknowledge(id, typed.caller().name())),
                changes -> Answers.good("Incident " + id + " is acknowledged; /incident " + id + " shows it."));
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.target.Target;
import dev.tocsin.engine.Request;
import java.util.List;

/** Stop looking at a target for now. */
final class PauseCommand implements Command {
    private final Surroundings here;

    PauseCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "pause",
                "Stop looking at a target for now",
                Role.ADMIN,
                List.of(Param.required("name", Param.Kind.TARGET, "a target")),
                List.of("/pause api"));
    }

    @Override
    public Message handle(Invocation typed) {
        Target target = typed.target("name").orElseThrow();
        return Answers.to(
                here.requests()
                        .submit(new Request.Pause(target.id(), typed.caller().name())),
                changes -> Answers.good(
                                target.id()
                                        + " is not looked at until /resume. Nothing is concluded about it meanwhile; an outage that lasts stays open.")
                        .suggest("Undo", "/resume " + target.id()));
    }
}

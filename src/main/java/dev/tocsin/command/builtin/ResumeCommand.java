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

/** Look at a paused target again. */
final class ResumeCommand implements Command {
    private final Surroundings here;

    ResumeCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "resume",
                "Look at a paused target again",
                Role.ADMIN,
                List.of(Param.required("name", Param.Kind.TARGET, "a target")),
                List.of("/resume api"));
    }

    @Override
    public Message handle(Invocation typed) {
        Target target = typed.target("name").orElseThrow();
        return Answers.to(
                here.requests()
                        .submit(new Request.Resume(target.id(), typed.caller().name())),
                changes -> Answers.good(target.id() + " is looked at again.").suggest("Undo", "/pause " + target.id()));
    }
}

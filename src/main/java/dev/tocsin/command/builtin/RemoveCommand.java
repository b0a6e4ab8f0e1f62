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

/** Stops watching a target of chat. */
final class RemoveCommand implements Command {
    private final Surroundings here;

    RemoveCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "remove",
                "Stop watching a target that was added from chat",
                Role.ADMIN,
                List.of(Param.required("name", Param.Kind.WHOLE_TARGET, "the whole id or name of a target")),
                List.of("/remove api"));
    }

    @Override
    public Message handle(Invocation typed) {
        Target target = typed.target("name").orElseThrow();
        return Answers.to(
                here.requests()
                        .submit(new Request.RemoveTarget(
                                target.id(), typed.caller().name())),
                changes -> Answers.good(
                                target.id() + " is no longer watched. Whoever was told of an outage of it is told so.")
                        .suggest(
                                "Undo",
                                "/add " + KeyValues.write(here.notation().spell(target))));
    }
}

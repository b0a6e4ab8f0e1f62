package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.engine.Request;
import java.util.List;

/** Sends a test notice by the way of every notice. */
final class DrillCommand implements Command {
    private final Surroundings here;

    DrillCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "drill",
                "Send this channel a marked test notice by the way of every notice",
                Role.ADMIN,
                List.of(Param.optional("text", Param.Kind.TEXT, "what it should say")),
                List.of("/drill", "/drill testing the night channel"));
    }

    @Override
    public Message handle(Invocation typed) {
        String text = OutsideText.cut(typed.text("text").orElse("a test of this channel"), 300);
        Request request = new Request.SendDrill(
                typed.caller().channel(), text, typed.caller().name());
        return Answers.to(
                here.requests().submit(request),
                changes -> Answers.good("A drill is on its way to "
                        + typed.caller().channel() + ". If it does not come, the way of notices is broken."));
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.command.look.LookReport;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.Target;
import java.util.List;

/** Looks at a target now. */
final class CheckCommand implements Command {
    private final Surroundings here;

    CheckCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "check",
                "Look at a target now and tell all that was seen; the look counts",
                Role.ADMIN,
                List.of(Param.required("name", Param.Kind.TARGET, "a target")),
                List.of("/check api"));
    }

    @Override
    public Message handle(Invocation typed) {
        Target target = typed.target("name").orElseThrow();
        return here.requests()
                .lookNow(target.id())
                .map(look -> told(target, look))
                .orElseGet(() -> Message.of(Tone.ERROR, "No look at " + target.id() + " came to an end; try again."));
    }

    private static Message told(Target target, Observation look) {
        Line headline = Line.empty().strong(Telling.name(target)).text(" " + Telling.look(look, target.zone()));
        return LookReport.of(headline, look.finding(), look.at())
                .fact("From", Line.of(look.vantage().name()));
    }
}

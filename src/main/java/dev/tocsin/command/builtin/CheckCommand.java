package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.DurationText;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Target;
import java.util.List;
import java.util.stream.Collectors;

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
                "Look at a target now; the look counts",
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
        Tone tone = switch (look.outcome()) {
            case Outcome.Up ignored -> Tone.GOOD;
            case Outcome.Degraded ignored -> Tone.WARNING;
            case Outcome.Down ignored -> Tone.ALERT;
            case Outcome.Unjudged ignored -> Tone.WARNING;
        };
        String phases = look.finding().timings().phases().entrySet().stream()
                .map(phase -> phase.getKey() + " " + DurationText.of(phase.getValue()))
                .collect(Collectors.joining(" · "));
        return Message.of(tone, Line.empty().strong(Telling.name(target)).text(" " + Telling.look(look, target.zone())))
                .fact("Phases", Line.of(phases.isEmpty() ? "none was begun" : phases))
                .fact("Address", Line.of(look.finding().address().orElse("none was reached")))
                .fact("From", Line.of(look.vantage().name()));
    }
}

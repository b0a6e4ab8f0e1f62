package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.command.TargetNotation;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.target.Target;
import dev.tocsin.engine.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes a target of chat. */
final class EditCommand implements Command {
    private final Surroundings here;

    EditCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "edit",
                "Change a target that was added from chat",
                Role.ADMIN,
                List.of(
                        Param.required("name", Param.Kind.TARGET, "a target"),
                        Param.required(
                                "keys", Param.Kind.TEXT, "key=value pairs as in the config; key= for the default")),
                List.of("/edit api every=1m timeout=5s", "/edit api tags="));
    }

    @Override
    public Message handle(Invocation typed) {
        Target before = typed.target("name").orElseThrow();
        Optional<Map<String, String>> keys = KeyValues.read(typed.text("keys").orElseThrow());
        if (keys.isEmpty()) {
            return Message.of(Tone.ERROR, "Expected key=value pairs, each key once.")
                    .fact("Usage", Line.empty().code(spec().examples().getFirst()));
        }
        if (keys.get().containsKey("id")
                && !keys.get().get("id").equals(before.id().value())) {
            return Message.of(Tone.ERROR, "An id never changes; /add another target and /remove this one.");
        }
        return switch (here.notation().edit(before, keys.get())) {
            case TargetNotation.Reading.Wrong(List<String> problems) -> AddCommand.wrong(problems);
            case TargetNotation.Reading.Read(Target after) -> edit(before, after, typed);
        };
    }

    private Message edit(Target before, Target after, Invocation typed) {
        Map<String, String> now = here.notation().spell(after);
        Map<String, String> undo = here.notation().difference(after, before);
        Request request = new Request.EditTarget(after, typed.caller().name());
        return Answers.to(here.requests().submit(request), changes -> {
            Message message = Answers.good("Changed " + after.id() + ".")
                    .fact("It is now", Line.empty().code(KeyValues.write(now)));
            return undo.isEmpty()
                    ? message
                    : message.suggest("Undo", "/edit " + after.id() + " " + KeyValues.write(undo));
        });
    }
}

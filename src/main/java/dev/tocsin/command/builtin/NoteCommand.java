package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.engine.Request;
import java.util.List;

/** Adds what somebody said to an outage, with its source. */
final class NoteCommand implements Command {
    private static final int LONGEST = 500;

    private final Surroundings here;

    NoteCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "note",
                "Add what a source says to an outage; it is told as theirs",
                Role.ADMIN,
                List.of(
                        Param.required("incident", Param.Kind.INCIDENT, "its number"),
                        Param.required("source", Param.Kind.WORD, "who says so; in quotes if several words"),
                        Param.required("text", Param.Kind.TEXT, "what they say")),
                List.of("/note 12 \"the ministry\" works on the power supply until noon"));
    }

    @Override
    public Message handle(Invocation typed) {
        IncidentId id = typed.incident("incident").orElseThrow();
        String source = OutsideText.cut(typed.text("source").orElseThrow(), 80);
        String text = OutsideText.cut(typed.text("text").orElseThrow(), LONGEST);
        return Answers.to(
                here.requests()
                        .submit(new Request.AddNote(
                                id, source, text, typed.caller().name())),
                changes -> Answers.good("Noted on incident " + id + " as per " + source
                        + "; the channels that were told of the outage are told."));
    }
}

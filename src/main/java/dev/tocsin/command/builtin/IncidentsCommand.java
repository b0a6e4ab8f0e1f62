package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.util.List;

/** The outages that last, then those that ended lately; parts of a network's are told with it. */
final class IncidentsCommand implements Command {
    private static final int OPEN = 20;
    private static final int ENDED = 10;

    private final Surroundings here;

    IncidentsCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "incidents",
                "Outages that last, and the latest that ended",
                Role.EVERYONE,
                List.of(Param.optional("count", Param.Kind.NUMBER, "how many ended ones to show, 1 to 50")),
                List.of("/incidents", "/incidents 30"));
    }

    @Override
    public Message handle(Invocation typed) {
        List<Incident> open = here.situation().openIncidents().stream()
                .filter(incident -> incident.partOf().isEmpty())
                .toList();
        int most = (int) Math.min(50, typed.number("count").orElse((long) ENDED));
        List<Incident> ended = here.archive().incidents(most + open.size()).stream()
                .filter(incident -> !incident.isOpen())
                .limit(most)
                .toList();
        Message message = Message.of(
                open.isEmpty() ? Tone.INFO : Tone.ALERT,
                open.isEmpty()
                        ? "No outage lasts now"
                        : open.size() + (open.size() == 1 ? " outage lasts" : " outages last"));
        List<Line> lasting = open.stream()
                .limit(OPEN)
                .map(one -> IncidentLine.of(one, typed.now()))
                .toList();
        if (!lasting.isEmpty()) {
            message = message.and(new Block.Bullets(lasting));
        }
        if (open.size() > OPEN) {
            message = message.and(
                    new Block.Paragraph(Line.of("+" + (open.size() - OPEN) + " more; /status groups them")));
        }
        if (ended.isEmpty()) {
            return message;
        }
        return message.and(new Block.Paragraph(Line.empty().strong("Ended")))
                .and(new Block.Bullets(ended.stream()
                        .map(one -> IncidentLine.of(one, typed.now()))
                        .toList()));
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.incident.Evidence;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Tone;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** One incident with its evidence and its assessment. */
final class IncidentCommand implements Command {
    private final Surroundings here;

    IncidentCommand(Surroundings here) {
        this.here = here;
    }

    /** Most services of a network that are listed. */
    private static final int PARTS = 15;

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "incident",
                "One outage: onset, evidence, what it may come from, notes, who was told",
                Role.EVERYONE,
                List.of(Param.required("incident", Param.Kind.INCIDENT, "its number")),
                List.of("/incident 12", "/incident #12"));
    }

    @Override
    public Message handle(Invocation typed) {
        IncidentId id = typed.incident("incident").orElseThrow();
        Optional<Incident> found = here.situation().openIncidents().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .or(() -> here.archive().incident(id));
        return found.map(incident -> tell(incident, typed))
                .orElseGet(() -> Message.of(Tone.ERROR, "There is no incident " + id + "; /incidents lists them."));
    }

    private Message tell(Incident incident, Invocation typed) {
        ZoneId zone = incident.subject().zone();
        Evidence evidence = incident.evidence();
        Message message = Message.of(incident.isOpen() ? Tone.ALERT : Tone.INFO, IncidentLine.of(incident, typed.now()))
                .fact("Onset", Line.of(onset(incident, zone)))
                .fact("Confirmed", Line.of(Clockface.full(incident.confirmedAt(), zone)))
                .fact(
                        "Evidence",
                        Line.of(evidence.failed() + " of " + evidence.looks() + " looks failed since the onset: "
                                + OutsideText.cut(evidence.failure().phrase(), 120)
                                + evidence.controls()
                                        .map(count -> "; " + count + " controls answered")
                                        .orElse("")));
        if (!evidence.stillReachable().isEmpty()) {
            message = message.fact(
                    "Answered meanwhile",
                    Line.of(String.join(
                            ", ",
                            evidence.stillReachable().stream()
                                    .map(name -> OutsideText.cut(name, 60))
                                    .toList())));
        }
        message = AssessmentLines.under(parts(message, incident), incident);
        for (Incident.SourcedNote note : incident.notes()) {
            message = message.fact(
                    "Per " + OutsideText.cut(note.source(), 60), Line.of(OutsideText.cut(note.text(), 400)));
        }
        message = message.fact("Told", Line.of(told(incident)));
        return next(message, incident);
    }

    private static Message next(Message message, Incident incident) {
        if (incident.isOpen() && incident.partOf().isPresent()) {
            return message.suggest(
                    "Its network's", "/incident " + incident.partOf().get());
        }
        if (incident.isOpen() && incident.acknowledged().isEmpty()) {
            return message.suggest("Acknowledge", "/ack " + incident.id());
        }
        return switch (incident.subject()) {
            case Subject.OfTarget of ->
                message.and(new Block.Paragraph(Line.of("Looks and mutes of its target: /why " + of.id())));
            case Subject.OfNetwork ignored -> message;
        };
    }

    private Message parts(Message message, Incident incident) {
        Message within = incident.partOf()
                .map(network -> message.fact("Part of", Line.of("incident " + network + ", which tells of it")))
                .orElse(message);
        List<Line> parts = here.situation().openIncidents().stream()
                .filter(one -> one.partOf().equals(Optional.of(incident.id())))
                .limit(PARTS)
                .map(one -> Line.of(one.id() + " "
                        + OutsideText.cut(one.subject().name(), 60) + ", down since "
                        + Clockface.full(
                                one.onset().firstFailure(), one.subject().zone())))
                .toList();
        Message counted = incident.extent()
                .map(extent -> within.fact(
                        "Services",
                        Line.of(extent.down() + " of " + extent.known() + " down, at the most " + extent.most())))
                .orElse(within);
        return parts.isEmpty() ? counted : counted.and(new Block.Bullets(parts));
    }

    private String told(Incident incident) {
        long delivered = count(incident, DeliveryState.Delivered.class);
        long pending = count(incident, DeliveryState.Pending.class);
        long held = count(incident, DeliveryState.Held.class);
        long rejected = count(incident, DeliveryState.Rejected.class);
        return Counted.of(delivered, "notice") + " delivered, " + pending + " waiting, " + held + " held back, "
                + rejected + " refused";
    }

    private long count(Incident incident, Class<? extends DeliveryState> state) {
        return here.archive().deliveries(incident.id()).stream()
                .filter(one -> state.isInstance(one.state()))
                .count();
    }

    private static String onset(Incident incident, ZoneId zone) {
        String first = Clockface.full(incident.onset().firstFailure(), zone);
        return incident.onset()
                .lastSuccess()
                .map(last ->
                        "between " + Clockface.full(last, zone) + " (last answer) and " + first + " (first failure)"
                                + switch (incident.onset().cover()) {
                                    case WATCHED -> "";
                                    case UNWATCHED -> "; nobody looked in between";
                                })
                .orElse("at or before " + first + ", the first look; it was never seen to answer");
    }
}

package dev.tocsin.core.message;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.Notice;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What takes the place of a message that told of outages, once they have changed. Pure. */
public final class Amendment {
    private Amendment() {}

    /**
     * The message: what was measured stays as it was told, and what has changed since is added.
     *
     * @param notices everything it tells, each incident as it is now; at least one
     */
    public static Message write(List<Notice> notices) {
        if (notices.size() > 1) {
            Instant told = notices.stream()
                    .map(Notice::at)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            return Remarks.of(incidents(notices)).under(CatchUp.standing(notices, told));
        }
        return switch (notices.getFirst()) {
            case Notice.Outage(Incident incident) ->
                single(incident, NoticeWriter.outage(incident, incident.confirmedAt()));
            case Notice.StillDown still -> single(still.incident(), NoticeWriter.stillDown(still, still.at()));
            default -> NoticeWriter.write(notices.getFirst(), notices.getFirst().at());
        };
    }

    private static Message single(Incident incident, Message lasting) {
        return switch (incident.state()) {
            case Incident.State.Open ignored ->
                incident.acknowledged()
                        .map(by -> lasting.fact(
                                "Acknowledged",
                                Line.of("by " + OutsideText.cut(by.by(), 60) + " at ")
                                        .time(by.at(), incident.subject().zone())))
                        .orElse(lasting);
            case Incident.State.Restored ignored -> over(incident);
            case Incident.State.Withdrawn ignored -> NoticeWriter.notes(NoticeWriter.withdrawn(incident), incident);
        };
    }

    private static Collection<Incident> incidents(List<Notice> notices) {
        Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
        for (Notice notice : notices) {
            if (notice instanceof Notice.Outage(Incident incident)) {
                incidents.put(incident.id(), incident);
            } else if (notice instanceof Notice.StillDown still) {
                incidents.put(still.incident().id(), still.incident());
            }
        }
        return incidents.values();
    }

    /** The outage's own message says that it is over, and what was measured while it was not. */
    private static Message over(Incident incident) {
        Message message = Message.of(
                        Tone.GOOD,
                        Line.empty()
                                .strong("Over: ")
                                .text(NoticeWriter.name(incident) + " " + GroupLines.ended(incident)))
                .fact("Evidence", EvidenceLines.looks(incident.evidence(), " when it was confirmed"));
        message = incident.assessment().isEmpty() ? message : AssessmentWords.under(message, incident);
        message = message.and(new Block.Paragraph(Line.of("Incident " + incident.id())));
        return NoticeWriter.notes(message, incident).suggest("Details", "/incident " + incident.id());
    }
}

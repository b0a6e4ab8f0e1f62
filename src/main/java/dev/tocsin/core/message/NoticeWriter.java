package dev.tocsin.core.message;

import dev.tocsin.core.detect.Cover;
import dev.tocsin.core.detect.Restoration;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The words of single notices. They say what was measured and when, and of a cause no more than that. Pure. */
public final class NoticeWriter {
    /** A notice sent later than this says so. */
    static final Duration LATE = Duration.ofMinutes(2);

    private NoticeWriter() {}

    /**
     * One notice.
     *
     * @param now when it is sent
     */
    public static Message write(Notice notice, Instant now) {
        Message message = switch (notice) {
            case Notice.Outage outage -> outage(outage.incident(), now);
            case Notice.StillDown still -> stillDown(still, now);
            case Notice.Restored over -> restored(over.incident());
            case Notice.Withdrawn over -> withdrawn(over.incident());
            case Notice.Returning back -> returning(back);
            case Notice.Widened more -> widened(more);
            case Notice.Noted noted -> noted(noted);
            case Notice.CertificateEnds ends -> CertificateWords.write(ends, now);
            case Notice.SightLost lost -> sightLost(lost);
            case Notice.SightRegained regained -> sightRegained(regained);
            case Notice.Drill drill -> drill(drill);
            case Notice.Trouble trouble ->
                Message.of(Tone.WARNING, Line.empty().strong("Bot: ").text(OutsideText.cut(trouble.text(), 600)));
        };
        return late(message, notice, now);
    }

    static Message outage(Incident incident, Instant now) {
        Message message = notes(
                evidence(
                        Message.of(Tone.ALERT, Headlines.down("Confirmed: ", incident, Headlines.Detail.FULL, now)),
                        incident),
                incident);
        return (incident.acknowledged().isPresent() ? message : message.suggest("Acknowledge", "/ack " + incident.id()))
                .suggest("Details", "/incident " + incident.id());
    }

    static Message stillDown(Notice.StillDown still, Instant now) {
        Incident incident = still.incident();
        return notes(
                        evidence(
                                Message.of(
                                        Tone.ALERT,
                                        NoticeTimes.onset(
                                                Line.empty()
                                                        .strong("Still down ")
                                                        .text(when(still) + name(incident) + ". "),
                                                incident,
                                                now)),
                                incident),
                        incident)
                .suggest("Details", "/incident " + incident.id());
    }

    private static String when(Notice.StillDown still) {
        return still.isWithoutNetwork() ? "although its network is back: " : "at the end of a mute: ";
    }

    private static Message returning(Notice.Returning notice) {
        return Message.of(Tone.INFO, Headlines.returning(notice.incident(), notice.at()))
                .and(new Block.Paragraph(Line.of("Incident " + notice.incident().id())))
                .suggest("Details", "/incident " + notice.incident().id());
    }

    private static Message widened(Notice.Widened notice) {
        return Message.of(Tone.ALERT, Headlines.widened(notice.incident(), notice.at()))
                .and(new Block.Paragraph(Line.of("Incident " + notice.incident().id())))
                .suggest("Details", "/incident " + notice.incident().id());
    }

    private static Message restored(Incident incident) {
        Restoration restoration = ((Incident.State.Restored) incident.state()).restoration();
        Line headline =
                Headlines.restored(incident, restoration.firstSuccess(), NoticeTimes.lasted(incident, restoration));
        Message message = Message.of(Tone.GOOD, headline);
        if (restoration.cover() == Cover.UNWATCHED) {
            message = message.and(new Block.Paragraph(Line.of(restoration
                    .lastFailure()
                    .map(last -> "Nobody looked between "
                            + Clockface.full(last, incident.subject().zone())
                            + " and then: it may have come back earlier.")
                    .orElse("It may have come back earlier."))));
        }
        return message.and(new Block.Paragraph(Line.of("Incident " + incident.id())));
    }

    static Message withdrawn(Incident incident) {
        Incident.State.Withdrawn state = (Incident.State.Withdrawn) incident.state();
        return Message.of(
                        Tone.INFO,
                        Line.empty()
                                .strong("Note: ")
                                .text(
                                        name(incident) + " is no longer watched (by " + OutsideText.cut(state.by(), 40)
                                                + "), so its return cannot be seen. It did not answer when it was last looked at."))
                .and(new Block.Paragraph(Line.of("Incident " + incident.id())));
    }

    private static Message noted(Notice.Noted noted) {
        Incident.SourcedNote note = noted.incident().notes().get(noted.number() - 1);
        return Message.of(
                Tone.INFO,
                Line.empty()
                        .strong("Per " + OutsideText.cut(note.source(), 80) + ": ")
                        .text("\"" + OutsideText.cut(note.text(), 500) + "\" · on incident "
                                + noted.incident().id() + ", " + name(noted.incident())));
    }

    private static Message sightLost(Notice.SightLost lost) {
        return Message.of(
                Tone.WARNING,
                Line.empty()
                        .strong("Note: ")
                        .text("monitoring paused at " + Clockface.hour(lost.since(), ZoneOffset.UTC) + " UTC: only "
                                + lost.controls() + " control sites answer from "
                                + OutsideText.cut(lost.vantage().name(), 60)
                                + ", so our own connectivity appears impaired. No conclusions are drawn."));
    }

    private static Message sightRegained(Notice.SightRegained regained) {
        ZoneId utc = ZoneOffset.UTC;
        return Message.of(
                Tone.INFO,
                Line.empty()
                        .strong("Note: ")
                        .text("monitoring was paused " + Clockface.hour(regained.since(), utc) + "–"
                                + Clockface.full(regained.until(), utc) + " for "
                                + DurationText.of(Duration.between(regained.since(), regained.until())) + ": "
                                + OutsideText.cut(regained.vantage().name(), 60)
                                + " had lost its control sites. No conclusions are drawn for that time."));
    }

    private static Message drill(Notice.Drill drill) {
        return Message.of(
                        Tone.INFO,
                        Line.empty().strong("DRILL, not an outage: ").text(OutsideText.cut(drill.text(), 300)))
                .and(new Block.Paragraph(Line.of("Asked for by " + OutsideText.cut(drill.by(), 60)
                        + ". This came by the way of every notice.")));
    }

    private static Message evidence(Message message, Incident incident) {
        Message more = message.fact("Evidence", EvidenceLines.looks(incident.evidence(), " since then"));
        Line reachable = EvidenceLines.stillReachable(incident.evidence());
        more = reachable.spans().isEmpty() ? more : more.fact("Still reachable", reachable);
        return AssessmentWords.under(more, incident).and(new Block.Paragraph(Line.of("Incident " + incident.id())));
    }

    static Message notes(Message message, Incident incident) {
        Message more = message;
        for (Incident.SourcedNote note : incident.notes()) {
            more = more.fact(
                    "Per " + OutsideText.cut(note.source(), 80),
                    Line.of("\"" + OutsideText.cut(note.text(), 500) + "\""));
        }
        return more;
    }

    private static Message late(Message message, Notice notice, Instant now) {
        Duration late = Duration.between(notice.at(), now);
        return late.compareTo(LATE) <= 0
                ? message
                : message.and(new Block.Paragraph(Line.of("Sent " + DurationText.of(late) + " late.")));
    }

    static String name(Incident incident) {
        return switch (incident.subject()) {
            case Subject.OfTarget of -> OutsideText.name(of.name(), of.id().value(), 80);
            case Subject.OfNetwork of -> Headlines.network(of);
        };
    }
}

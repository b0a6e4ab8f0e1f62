package dev.tocsin.core.message;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Several notices in one message that is true when it is sent: what is over is told as over. Pure. */
public final class CatchUp {
    static final int MOST_LINES = 20;
    /** Of more networks than this, no names of services are told, so that the message does not fall in two. */
    private static final int MOST_IN_FULL = 5;

    private CatchUp() {}

    /**
     * The message.
     *
     * @param notices at least two, in the order in which they arose
     * @param now when it is sent
     */
    public static Message write(List<Notice> notices, Instant now) {
        return late(standing(notices, now), notices, now);
    }

    /** The same, without a word on when it is sent. */
    static Message standing(List<Notice> notices, Instant now) {
        Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
        List<Notice> others = new ArrayList<>();
        for (Notice notice : notices) {
            switch (notice) {
                case Notice.Outage one -> note(one.incident(), incidents);
                case Notice.StillDown one -> note(one.incident(), incidents);
                case Notice.Restored one -> note(one.incident(), incidents);
                case Notice.Withdrawn one -> note(one.incident(), incidents);
                case Notice.Returning one -> note(one.incident(), incidents);
                case Notice.Widened one -> note(one.incident(), incidents);
                case Notice.Noted ignored -> others.add(notice);
                case Notice.CertificateEnds ignored -> others.add(notice);
                case Notice.SightLost ignored -> others.add(notice);
                case Notice.SightRegained ignored -> others.add(notice);
                case Notice.Drill ignored -> others.add(notice);
                case Notice.Trouble ignored -> others.add(notice);
            }
        }
        Groups groups = Groups.of(List.copyOf(incidents.values()));
        return written(groups, others, now)
                .suggest("What is down now", "/status")
                .suggest("Incidents", "/incidents");
    }

    /** An end that was noted stays the last word. */
    private static void note(Incident incident, Map<IncidentId, Incident> incidents) {
        incidents.merge(incident.id(), incident, (before, now) -> before.isOpen() ? now : before);
    }

    private static Message written(Groups groups, List<Notice> others, Instant now) {
        List<Line> headlines = new ArrayList<>();
        Headlines.Detail detail = groups.down().size() > MOST_IN_FULL ? Headlines.Detail.BRIEF : Headlines.Detail.FULL;
        groups.down().forEach(group -> headlines.add(GroupLines.down(group, detail, now)));
        groups.over().forEach(group -> headlines.add(GroupLines.over(group)));
        for (Notice other : othersThatCount(others)) {
            headlines.add(NoticeWriter.write(other, other.at()).headline());
        }
        Message message = Message.of(tone(groups), headlines.getFirst());
        List<Line> rest = headlines.subList(1, headlines.size());
        List<Line> shown = new ArrayList<>(rest.subList(0, Math.min(rest.size(), MOST_LINES)));
        if (rest.size() > MOST_LINES) {
            shown.add(Line.of("+" + (rest.size() - MOST_LINES) + " more"));
        }
        message = shown.isEmpty() ? message : message.and(new Block.Bullets(shown));
        return GroupLines.evidence(message, groups);
    }

    private static Message late(Message message, List<Notice> notices, Instant now) {
        Duration waited = Duration.between(notices.getFirst().at(), now);
        return waited.compareTo(NoticeWriter.LATE) <= 0
                ? message
                : message.and(new Block.Paragraph(Line.of("Sent late: this catches up on " + notices.size()
                        + " notices of the last " + DurationText.of(waited) + ".")));
    }

    /** A loss of sight that is over is told by its end alone. */
    private static List<Notice> othersThatCount(List<Notice> others) {
        return others.stream()
                .filter(one -> !(one instanceof Notice.SightLost lost)
                        || others.stream()
                                .noneMatch(end -> end instanceof Notice.SightRegained regained
                                        && regained.since().equals(lost.since())))
                .toList();
    }

    private static Tone tone(Groups groups) {
        if (!groups.down().isEmpty()) {
            return Tone.ALERT;
        }
        return groups.over().isEmpty() ? Tone.INFO : Tone.GOOD;
    }
}

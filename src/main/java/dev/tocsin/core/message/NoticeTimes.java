package dev.tocsin.core.message;

import dev.tocsin.core.detect.Cover;
import dev.tocsin.core.detect.Onset;
import dev.tocsin.core.detect.Restoration;
import dev.tocsin.core.incident.Incident;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When outages began and how long they lasted, as exactly as was measured and no more. Pure. */
final class NoticeTimes {
    private NoticeTimes() {}

    /** The line, and since when, and how long ago. */
    static Line onset(Line line, Incident incident, Instant now) {
        Onset onset = incident.onset();
        ZoneId zone = incident.subject().zone();
        if (onset.lastSuccess().isEmpty()) {
            return line.text("It never answered since it is watched; first looked at ")
                    .time(onset.firstFailure(), zone)
                    .text(".");
        }
        if (onset.cover() == Cover.UNWATCHED) {
            return line.text("It failed the look at ")
                    .time(onset.firstFailure(), zone)
                    .text(" and last answered "
                            + Clockface.full(onset.lastSuccess().get(), zone) + "; nobody looked in between.");
        }
        String age = DurationText.of(Duration.between(onset.firstFailure(), now));
        return line.text("Since around ").time(onset.firstFailure(), zone).text(", for " + age + ".");
    }

    /** How long it lasted; a span where its edges are not known to the interval. */
    static String lasted(Incident incident, Restoration restoration) {
        Duration seen = Duration.between(incident.onset().firstFailure(), restoration.firstSuccess());
        Instant earliest =
                incident.onset().lastSuccess().orElse(incident.onset().firstFailure());
        Duration most = Duration.between(earliest, restoration.firstSuccess());
        if (incident.onset().cover() == Cover.WATCHED && restoration.cover() == Cover.WATCHED) {
            return "It lasted about " + DurationText.of(seen) + ".";
        }
        if (incident.onset().lastSuccess().isEmpty()) {
            return "It had not answered since it is watched.";
        }
        return "It lasted at most " + DurationText.of(most) + ".";
    }
}

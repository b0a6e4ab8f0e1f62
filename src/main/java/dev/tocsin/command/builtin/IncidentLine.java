package dev.tocsin.command.builtin;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.DurationText;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.OutsideText;
import java.time.Duration;
import java.time.Instant;

/** An incident on one line. Pure. */
final class IncidentLine {
    private IncidentLine() {}

    static Line of(Incident incident, Instant now) {
        Instant began = incident.onset().firstFailure();
        String since = Clockface.full(began, incident.subject().zone());
        String state = switch (incident.state()) {
            case Incident.State.Open ignored ->
                "down since " + since + ", for " + DurationText.of(Duration.between(began, now));
            case Incident.State.Restored over ->
                "was down from " + since + " for "
                        + DurationText.of(
                                Duration.between(began, over.restoration().firstSuccess()));
            case Incident.State.Withdrawn ignored -> "was down from " + since + "; then no longer watched";
        };
        return Line.empty()
                .strong(incident.id().toString())
                .text(" " + OutsideText.cut(incident.subject().name(), 60) + extent(incident) + " " + state
                        + incident.acknowledged()
                                .map(by -> " · acknowledged by " + OutsideText.cut(by.by(), 40))
                                .orElse("")
                        + incident.partOf()
                                .map(network -> " · part of " + network)
                                .orElse(""));
    }

    private static String extent(Incident incident) {
        return incident.extent()
                .map(extent -> " (" + (incident.isOpen() ? extent.down() : extent.most()) + " of " + extent.known()
                        + " services)")
                .orElse("");
    }
}

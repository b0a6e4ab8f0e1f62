package dev.tocsin.engine;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What people add to an incident. Used by the intake alone. */
final class IncidentRules {
    private final Books books;
    private final Routing routing;

    IncidentRules(Books books, Routing routing) {
        this.books = books;
        this.routing = routing;
    }

    Ruling acknowledge(Request.Acknowledge asked, Instant now) {
        return ofOpen(
                asked.incident(),
                incident -> incident.acknowledged()
                        .map(by -> Ruling.refused(
                                "Incident " + incident.id() + " was acknowledged by " + by.by() + " already."))
                        .orElseGet(() -> Ruling.done(new Change.IncidentWritten(
                                incident.with(Optional.of(new Incident.Acknowledgement(asked.by(), now)))))));
    }

    Ruling note(Request.AddNote asked, Instant now) {
        return ofOpen(asked.incident(), incident -> {
            Incident noted = incident.with(new Incident.SourcedNote(asked.source(), asked.text(), asked.by(), now));
            Notice notice = new Notice.Noted(noted, noted.notes().size(), now);
            List<Change> changes = new ArrayList<>(List.of(new Change.IncidentWritten(noted)));
            changes.addAll(routing.direct(notice, books.told(incident.id()), now.plus(Gathering.LEAST)));
            return new Ruling.Done(changes);
        });
    }

    private Ruling ofOpen(IncidentId id, Function<Incident, Ruling> then) {
        return books.open(id)
                .map(incident ->
                        incident.partOf().map(network -> toldWith(network, id)).orElseGet(() -> then.apply(incident)))
                .orElse(Ruling.refused("Incident " + id + " is not open; /incidents lists those that are."));
    }

    private static Ruling toldWith(IncidentId network, IncidentId part) {
        return Ruling.refused("Incident " + part + " is part of " + network + ", which tells of it; name that one.");
    }
}

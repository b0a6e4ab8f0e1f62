package dev.tocsin.core.incident;

import dev.tocsin.core.cause.Assessment;
import dev.tocsin.core.detect.Onset;
import dev.tocsin.core.detect.Restoration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One outage from its onset to its end.
 *
 * @param confirmedAt when the bot was sure of it
 * @param notes what admins added, oldest first
 * @param assessment what it may come from; empty where nobody assessed it
 * @param partOf the incident of the network that this one belongs to, and is told with
 * @param extent how much of a network it takes in; empty where it is about one target
 */
public record Incident(
        IncidentId id,
        Subject subject,
        Onset onset,
        Instant confirmedAt,
        Evidence evidence,
        State state,
        Optional<Acknowledgement> acknowledged,
        List<SourcedNote> notes,
        Optional<Assessment> assessment,
        Optional<IncidentId> partOf,
        Optional<Extent> extent) {
    public Incident {
        notes = List.copyOf(notes);
    }

    /** Where an incident stands. */
    public sealed interface State {
        record Open() implements State {}

        /** The service answers again. */
        record Restored(Restoration restoration, Instant confirmedAt) implements State {}

        /** Nobody watches the subject any more, so its return cannot be seen. */
        record Withdrawn(Instant at, String by) implements State {}
    }

    /** Who has taken notice. */
    public record Acknowledgement(String by, Instant at) {}

    /** What somebody said about the incident, told with its source and never as a finding of the bot. */
    public record SourcedNote(String source, String text, String by, Instant at) {}

    public static Incident open(IncidentId id, Subject subject, Onset onset, Instant now, Evidence evidence) {
        return new Incident(
                id,
                subject,
                onset,
                now,
                evidence,
                new State.Open(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public boolean isOpen() {
        return state instanceof State.Open;
    }

    public Incident with(State next) {
        return new Incident(
                id, subject, onset, confirmedAt, evidence, next, acknowledged, notes, assessment, partOf, extent);
    }

    public Incident with(Optional<Acknowledgement> by) {
        return new Incident(id, subject, onset, confirmedAt, evidence, state, by, notes, assessment, partOf, extent);
    }

    public Incident with(SourcedNote note) {
        List<SourcedNote> more = new ArrayList<>(notes);
        more.add(note);
        return new Incident(
                id, subject, onset, confirmedAt, evidence, state, acknowledged, more, assessment, partOf, extent);
    }

    public Incident with(Assessment assessed) {
        return new Incident(
                id,
                subject,
                onset,
                confirmedAt,
                evidence,
                state,
                acknowledged,
                notes,
                Optional.of(assessed),
                partOf,
                extent);
    }

    /** The same as a part of a network's incident. */
    public Incident partOf(IncidentId network) {
        return placed(Optional.of(network), extent);
    }

    /** The same on its own, once the network's incident is over. */
    public Incident apart() {
        return placed(Optional.empty(), extent);
    }

    public Incident with(Extent now) {
        return placed(partOf, Optional.of(now));
    }

    private Incident placed(Optional<IncidentId> within, Optional<Extent> taking) {
        return new Incident(
                id, subject, onset, confirmedAt, evidence, state, acknowledged, notes, assessment, within, taking);
    }
}

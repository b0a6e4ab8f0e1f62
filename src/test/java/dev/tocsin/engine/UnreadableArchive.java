package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A store that cannot be read. */
final class UnreadableArchive implements Archive {
    @Override
    public List<Observation> looks(TargetId target, Instant from, Instant until) {
        throw away();
    }

    @Override
    public History history(HistoryQuery asked) {
        throw away();
    }

    @Override
    public List<Gap> gaps(Instant from, Instant until) {
        throw away();
    }

    @Override
    public Optional<Incident> incident(IncidentId id) {
        throw away();
    }

    @Override
    public List<Incident> incidents(int most) {
        throw away();
    }

    @Override
    public List<Incident> incidentsOf(TargetId target, int most) {
        throw away();
    }

    @Override
    public List<Delivery> deliveries(IncidentId incident) {
        throw away();
    }

    @Override
    public List<AuditEntry> audit(int most) {
        throw away();
    }

    private static StoreUnavailable away() {
        return new StoreUnavailable("The store cannot be read.", new IllegalStateException("no store"));
    }
}

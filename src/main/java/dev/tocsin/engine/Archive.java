package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Questions to the store about the past. Safe for use by many threads; every call may throw {@link StoreUnavailable}. */
public interface Archive {
    /** Looks at a target that began in {@code [from, until)}, oldest first, as far as they are kept; all in memory, so for short times. */
    List<Observation> looks(TargetId target, Instant from, Instant until);

    /** What the looks at a target came to; fit for years. */
    History history(HistoryQuery asked);

    /** Gaps that touch {@code [from, until)}, oldest first. */
    List<Gap> gaps(Instant from, Instant until);

    Optional<Incident> incident(IncidentId id);

    /** The newest incidents that are no part of a network's, open ones and ended ones, newest first. */
    List<Incident> incidents(int most);

    /** Incidents of one target, newest first. */
    List<Incident> incidentsOf(TargetId target, int most);

    /** What was sent, held back or refused about an incident, in order. */
    List<Delivery> deliveries(IncidentId incident);

    /** The newest entries, newest first. */
    List<AuditEntry> audit(int most);
}

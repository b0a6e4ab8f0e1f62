package dev.tocsin.replay;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Archive;
import dev.tocsin.engine.AuditEntry;
import dev.tocsin.engine.Change;
import dev.tocsin.engine.Gap;
import dev.tocsin.engine.History;
import dev.tocsin.engine.HistoryQuery;
import dev.tocsin.engine.Ledger;
import dev.tocsin.engine.Remembered;
import dev.tocsin.engine.Stores;
import dev.tocsin.engine.Upkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Stores that begin empty, keep incidents and deliveries in memory, and no looks: the history has them. Used by one
 * thread.
 */
final class PaperStores {
    private final PaperOutbox outbox = new PaperOutbox();
    private final Map<Long, Incident> incidents = new TreeMap<>();

    Stores stores() {
        return new Stores(new PaperLedger(), outbox, ignored -> {}, new PaperArchive(), new NoUpkeep());
    }

    /** Each as it was written last, oldest first. */
    Collection<Incident> incidents() {
        return incidents.values();
    }

    private final class PaperLedger implements Ledger {
        @Override
        public Remembered load() {
            return Remembered.NOTHING;
        }

        @Override
        public void ensureWritable() {}

        @Override
        public void commit(List<Change> changes) {
            changes.forEach(change -> {
                if (change instanceof Change.IncidentWritten(Incident incident)) {
                    incidents.put(incident.id().number(), incident);
                } else if (change instanceof Change.DeliveryAdded(Delivery delivery)) {
                    outbox.add(delivery);
                }
            });
        }
    }

    /** The engine asks it only how long answers took before an outage, which is not known here. */
    private final class PaperArchive implements Archive {
        @Override
        public List<Observation> looks(TargetId target, Instant from, Instant until) {
            return List.of();
        }

        @Override
        public History history(HistoryQuery asked) {
            return new History(asked.from(), asked.until(), List.of());
        }

        @Override
        public List<Gap> gaps(Instant from, Instant until) {
            return List.of();
        }

        @Override
        public Optional<Incident> incident(IncidentId id) {
            return Optional.ofNullable(incidents.get(id.number()));
        }

        @Override
        public List<Incident> incidents(int most) {
            return newestFirst()
                    .filter(one -> one.partOf().isEmpty())
                    .limit(most)
                    .toList();
        }

        private Stream<Incident> newestFirst() {
            return incidents.values().stream().toList().reversed().stream();
        }

        @Override
        public List<Incident> incidentsOf(TargetId target, int most) {
            return newestFirst()
                    .filter(one -> one.subject() instanceof Subject.OfTarget of
                            && of.id().equals(target))
                    .limit(most)
                    .toList();
        }

        @Override
        public List<Delivery> deliveries(IncidentId incident) {
            return List.of();
        }

        @Override
        public List<AuditEntry> audit(int most) {
            return List.of();
        }
    }

    private static final class NoUpkeep implements Upkeep {
        @Override
        public Rolled roll(Instant now, Function<TargetId, Optional<Duration>> every) {
            return Rolled.ALL;
        }

        @Override
        public void inspect(Instant now) {}
    }
}

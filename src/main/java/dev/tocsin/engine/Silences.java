package dev.tocsin.engine;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.Decision;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.notice.NoticePolicy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What waits to be sent is held against these: mutes, and incidents of networks that tell of their parts. A mute counts only once it is written down, or kept in memory
 * while the store is away: a notice held for a mute that a crash then forgets would never be told. Its end counts
 * before it is written, for what is told at the end must not be held. The journal writes; safe to read by many threads.
 */
final class Silences {
    private final Map<Long, Mute> mutes = new ConcurrentHashMap<>();
    private final Map<IncidentId, IncidentId> parts = new ConcurrentHashMap<>();

    Silences(Collection<Mute> inStore, Collection<Incident> open) {
        inStore.forEach(mute -> mutes.put(mute.id(), mute));
        open.forEach(incident -> incident.partOf().ifPresent(network -> parts.put(incident.id(), network)));
    }

    /** To be called before these changes are written. */
    void end(List<Change> changes) {
        changes.forEach(change -> {
            if (change instanceof Change.MuteWritten(Mute mute) && mute.ended() == Mute.Ended.DONE) {
                mutes.remove(mute.id());
            }
            if (change instanceof Change.IncidentWritten(Incident incident)
                    && (incident.partOf().isEmpty() || !incident.isOpen())) {
                parts.remove(incident.id());
            }
        });
    }

    /** To be called when these changes are written. */
    void begin(List<Change> changes) {
        changes.forEach(change -> {
            if (change instanceof Change.MuteWritten(Mute mute) && mute.ended() == Mute.Ended.NOT_YET) {
                mutes.put(mute.id(), mute);
            }
            if (change instanceof Change.IncidentWritten(Incident incident) && incident.isOpen()) {
                incident.partOf().ifPresent(network -> parts.put(incident.id(), network));
            }
        });
    }

    /** Why a notice is to be held back at this instant; nothing where it is not about an incident's subject. */
    Optional<Decision.Hold> over(Notice notice, Instant now) {
        Optional<Decision.Hold> part = notice.about()
                .flatMap(incident -> Optional.ofNullable(parts.get(incident)))
                .map(network -> new Decision.Hold(Decision.HoldReason.PART_OF_NETWORK, network.toString()));
        return part.isPresent() ? part : muted(notice, now);
    }

    private Optional<Decision.Hold> muted(Notice notice, Instant now) {
        return Subjects.of(notice).flatMap(subject -> switch (NoticePolicy.decide(subject, mutes.values(), now)) {
            case Decision.Send ignored -> Optional.<Decision.Hold>empty();
            case Decision.Hold hold -> Optional.of(hold);
        });
    }
}

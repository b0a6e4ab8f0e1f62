package dev.tocsin.engine;

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
 * The mutes that what waits to be sent is held against. A mute counts only once it is written down, or kept in memory
 * while the store is away: a notice held for a mute that a crash then forgets would never be told. Its end counts
 * before it is written, for what is told at the end must not be held. The journal writes; safe to read by many threads.
 */
final class Silences {
    private final Map<Long, Mute> mutes = new ConcurrentHashMap<>();

    Silences(Collection<Mute> inStore) {
        inStore.forEach(mute -> mutes.put(mute.id(), mute));
    }

    /** To be called before these changes are written. */
    void end(List<Change> changes) {
        changes.forEach(change -> {
            if (change instanceof Change.MuteWritten(Mute mute) && mute.ended() == Mute.Ended.DONE) {
                mutes.remove(mute.id());
            }
        });
    }

    /** To be called when these changes are written. */
    void begin(List<Change> changes) {
        changes.forEach(change -> {
            if (change instanceof Change.MuteWritten(Mute mute) && mute.ended() == Mute.Ended.NOT_YET) {
                mutes.put(mute.id(), mute);
            }
        });
    }

    /** Why a notice is to be held back at this instant; nothing where it is not about an incident's subject. */
    Optional<Decision.Hold> over(Notice notice, Instant now) {
        return Subjects.of(notice).flatMap(subject -> switch (NoticePolicy.decide(subject, mutes.values(), now)) {
            case Decision.Send ignored -> Optional.<Decision.Hold>empty();
            case Decision.Hold hold -> Optional.of(hold);
        });
    }
}

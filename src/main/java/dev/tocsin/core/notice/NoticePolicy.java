package dev.tocsin.core.notice;

import dev.tocsin.core.incident.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** The rule by which a notice about a subject is sent or held back. Pure. */
public final class NoticePolicy {
    private NoticePolicy() {}

    /** Held back while a mute or a maintenance covers the subject; of several, the one that ends last is named. */
    public static Decision decide(Subject subject, Collection<Mute> mutes, Instant now) {
        return mutes.stream()
                .filter(mute -> mute.holdsAt(now) && subject.within(mute.scope()))
                .max(Comparator.comparing(Mute::until))
                .<Decision>map(NoticePolicy::hold)
                .orElseGet(Decision.Send::new);
    }

    private static Decision hold(Mute mute) {
        String detail = mute.reason().isEmpty() ? "#" + mute.id() : "#" + mute.id() + ": " + mute.reason();
        return switch (mute.purpose()) {
            case MUTE -> new Decision.Hold(Decision.HoldReason.MUTED, detail);
            case MAINTENANCE -> new Decision.Hold(Decision.HoldReason.MAINTENANCE, detail);
        };
    }
}

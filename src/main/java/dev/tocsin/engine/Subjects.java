package dev.tocsin.engine;

import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.target.TargetId;
import java.util.Optional;

/** What notices are about, and which target a subject is. */
final class Subjects {
    private Subjects() {}

    static TargetId target(Subject subject) {
        return switch (subject) {
            case Subject.OfTarget of -> of.id();
        };
    }

    /** What the notice is about; nothing where it is about the bot. */
    static Optional<Subject> of(Notice notice) {
        return switch (notice) {
            case Notice.Outage outage -> Optional.of(outage.incident().subject());
            case Notice.StillDown still -> Optional.of(still.incident().subject());
            case Notice.Restored restored -> Optional.of(restored.incident().subject());
            case Notice.Withdrawn withdrawn -> Optional.of(withdrawn.incident().subject());
            case Notice.Noted noted -> Optional.of(noted.incident().subject());
            case Notice.CertificateEnds ends -> Optional.of(ends.subject());
            case Notice.SightLost ignored -> Optional.empty();
            case Notice.SightRegained ignored -> Optional.empty();
            case Notice.Drill ignored -> Optional.empty();
            case Notice.Trouble ignored -> Optional.empty();
        };
    }
}

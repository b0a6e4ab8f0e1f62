package dev.tocsin.engine;

import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.target.TargetId;
import java.util.Optional;

/** What notices are about, and which target a subject is, if it is one. */
final class Subjects {
    private Subjects() {}

    /** The target; empty where the subject is a network. */
    static Optional<TargetId> target(Subject subject) {
        return switch (subject) {
            case Subject.OfTarget of -> Optional.of(of.id());
            case Subject.OfNetwork ignored -> Optional.empty();
        };
    }

    /** What the notice is about; nothing where it is about the bot. */
    static Optional<Subject> of(Notice notice) {
        return switch (notice) {
            case Notice.Outage outage -> Optional.of(outage.incident().subject());
            case Notice.StillDown still -> Optional.of(still.incident().subject());
            case Notice.Restored restored -> Optional.of(restored.incident().subject());
            case Notice.Widened widened -> Optional.of(widened.incident().subject());
            case Notice.Returning returning -> Optional.of(returning.incident().subject());
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

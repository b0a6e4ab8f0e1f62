package dev.tocsin.engine;

import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Decision;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.notice.NoticePolicy;
import dev.tocsin.core.observe.Certificate;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TlsTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Certificates that end soon: each is told of once at each threshold of its target, by a look that went well. While a
 * mute covers the target nothing is told, and what is due then is told when the mute has ended. Used by the intake
 * alone.
 */
final class CertificateRules {
    private final Books books;
    private final Routing routing;

    CertificateRules(Books books, Routing routing) {
        this.books = books;
        this.routing = routing;
    }

    List<Change> looked(Event.Looked event, Instant now) {
        if (event.certificate().isEmpty() || !event.observation().outcome().isWorking()) {
            return List.of();
        }
        return books.watch()
                .find(event.target().id())
                .filter(one -> one.target().check().equals(event.target().check()))
                .filter(one -> one.watching() == Standing.Watching.ON)
                .map(one -> shown(one.target(), event.certificate().get(), now))
                .orElse(List.of());
    }

    private List<Change> shown(Target target, Certificate certificate, Instant now) {
        Optional<Integer> reached =
                target.check().tlsTerms().map(TlsTerms::warnAt).flatMap(days -> reached(days, certificate, now));
        if (reached.isEmpty()) {
            return List.of();
        }
        Subject subject = Subject.OfTarget.of(target, books.watch().roster().networkOf(target));
        Notice.CertificateEnds notice =
                new Notice.CertificateEnds(subject, certificate.fingerprint(), certificate.until(), reached.get(), now);
        boolean silent =
                books.hasWarned(notice) || NoticePolicy.decide(subject, books.mutes(), now) instanceof Decision.Hold;
        return silent ? List.of() : routing.warn(notice, subject, now);
    }

    /** The lowest threshold that has been reached: those above it need no telling of their own. */
    private static Optional<Integer> reached(List<Integer> days, Certificate certificate, Instant now) {
        long left = certificate.daysLeft(now);
        return days.stream().filter(threshold -> left < threshold).min(Integer::compare);
    }
}

package dev.tocsin.probe;

import dev.tocsin.core.observe.Certificate;
import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.TlsTerms;
import java.time.Instant;
import java.util.Optional;

/** Holds what is left of the certificate a look met against what must be left. */
final class CertificateEnd {
    private CertificateEnd() {}

    /** Degraded where all else is good and the certificate ends sooner than {@link TlsTerms#leastDays()}. */
    static Outcome judge(Outcome soFar, Check check, Course course, Instant now) {
        int least = check.tlsTerms().map(TlsTerms::leastDays).orElse(0);
        Optional<Certificate> shown = course.certificate();
        if (least <= 0 || shown.isEmpty() || !soFar.isWorking()) {
            return soFar;
        }
        long left = shown.get().daysLeft(now);
        boolean met = left >= least;
        course.noted(new Expectation(
                "a certificate with " + least + " days or more left",
                left + " days",
                met ? Expectation.Result.MET : Expectation.Result.MISSED));
        return met || soFar instanceof Outcome.Degraded
                ? soFar
                : new Outcome.Degraded(new Failure(Phase.TLS, FailureKind.TLS_EXPIRES_SOON, "in " + left + " days"));
    }
}

package dev.tocsin.core.message;

import dev.tocsin.core.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The words about a certificate that ends. Pure. */
final class CertificateWords {
    private CertificateWords() {}

    static Message write(Notice.CertificateEnds ends, Instant now) {
        ZoneId zone = ends.subject().zone();
        Duration left = Duration.between(now, ends.until());
        String when = left.isNegative() || left.isZero()
                ? "ended " + DurationText.of(left.negated()) + " ago, at "
                : "ends in " + DurationText.of(left) + ", at ";
        return Message.of(
                        Tone.WARNING,
                        Line.empty()
                                .strong("Certificate: ")
                                .text("the one that "
                                        + OutsideText.cut(ends.subject().name(), 80) + " shows " + when
                                        + Clockface.full(ends.until(), zone) + ". The service itself answers."))
                .and(new Block.Paragraph(
                        Line.of("SHA-256 " + OutsideText.cut(ends.fingerprint(), 16) + " · told once at " + ends.days()
                                + (ends.days() == 1 ? " day" : " days") + " before the end")));
    }
}

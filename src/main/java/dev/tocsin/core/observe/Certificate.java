package dev.tocsin.core.observe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A certificate as it was shown by a server.
 *
 * @param names host names and addresses it is for
 * @param until the end of its validity
 * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits
 * @param agreed version and cipher suite, such as {@code TLSv1.3 TLS_AES_128_GCM_SHA256}; empty where the handshake
 *     failed
 * @param alpn protocol that was agreed on, where one was
 */
public record Certificate(
        String subject,
        String issuer,
        List<String> names,
        Instant from,
        Instant until,
        String fingerprint,
        String agreed,
        Optional<String> alpn) {
    public Certificate {
        names = List.copyOf(names);
    }

    /** Whole days from now to its end; negative when it is over. */
    public long daysLeft(Instant now) {
        return Math.floorDiv(Duration.between(now, until).toSeconds(), 86_400L);
    }
}

package dev.tocsin.core.target;

import java.util.List;
import java.util.Optional;

/**
 * What is expected of a TLS connection and its certificate.
 *
 * @param leastVersion lowest version that counts as working: {@code TLSv1.2} or {@code TLSv1.3}
 * @param alpn the protocol that must be agreed on, where one must
 * @param leastDays a certificate that ends sooner makes the service "working, but …"; 0 for never
 * @param warnAt days before its end at which people are told, once for each certificate; falling
 * @param client the certificate the look shows, where it shows one
 */
public record TlsTerms(
        Verification verification,
        Optional<String> leastVersion,
        Optional<String> alpn,
        int leastDays,
        List<Integer> warnAt,
        Optional<ClientCertificate> client) {
    /** A valid certificate for the name; people are told three weeks, one week and one day before it ends. */
    public static final TlsTerms STRICT =
            new TlsTerms(Verification.FULL, Optional.empty(), Optional.empty(), 0, List.of(21, 7, 1), Optional.empty());

    public TlsTerms {
        warnAt = warnAt.stream()
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .toList();
    }

    public enum Verification {
        /** Chain to a known authority, host name, dates. */
        FULL,
        /** Any certificate will do; it is still reported. */
        NONE
    }

    /**
     * A key and its certificate in a PKCS #12 file.
     *
     * @param file absolute path
     */
    public record ClientCertificate(String file, Secret password) {}
}

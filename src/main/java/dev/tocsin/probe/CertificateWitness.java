package dev.tocsin.probe;

import dev.tocsin.core.observe.Certificate;
import dev.tocsin.core.target.TlsTerms;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Remembers the certificate that one server showed, and lets the authorities judge it where that is asked for. */
final class CertificateWitness extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager authorities;
    private final TlsTerms.Verification verification;
    private volatile @Nullable X509Certificate shown;

    CertificateWitness(X509ExtendedTrustManager authorities, TlsTerms.Verification verification) {
        this.authorities = authorities;
        this.verification = verification;
    }

    /** What was shown, with what was agreed on where the handshake came to its end. */
    Optional<Certificate> seen(String agreed, Optional<String> alpn) {
        return Optional.ofNullable(shown).map(one -> read(one, agreed, alpn));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        judge(chain[0], () -> authorities.checkServerTrusted(chain, exchange(type), socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        judge(chain[0], () -> authorities.checkServerTrusted(chain, exchange(type), engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        judge(chain[0], () -> authorities.checkServerTrusted(chain, exchange(type)));
    }

    private interface Judgement {
        void pass() throws CertificateException;
    }

    private void judge(X509Certificate one, Judgement judgement) throws CertificateException {
        shown = one;
        if (verification == TlsTerms.Verification.NONE) {
            return;
        }
        try {
            judgement.pass();
        } catch (CertificateException refused) {
            // Where a chain is out of order, dates that do not hold are told as an unknown authority.
            one.checkValidity();
            throw refused;
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        throw new CertificateException("looks are no servers");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        throw new CertificateException("looks are no servers");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("looks are no servers");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    /** How Conscrypt and Java name the exchange of keys of TLS 1.3, which no longer depends on the certificate. */
    private static String exchange(String type) {
        return type.equals("GENERIC") ? "UNKNOWN" : type;
    }

    private static Certificate read(X509Certificate one, String agreed, Optional<String> alpn) {
        return new Certificate(
                one.getSubjectX500Principal().getName(),
                one.getIssuerX500Principal().getName(),
                names(one),
                one.getNotBefore().toInstant(),
                one.getNotAfter().toInstant(),
                fingerprint(one),
                agreed,
                alpn);
    }

    /** DNS names and addresses (RFC 5280, 4.2.1.6: types 2 and 7), at most a hundred. */
    private static List<String> names(X509Certificate one) {
        try {
            return one.getSubjectAlternativeNames() == null
                    ? List.of()
                    : one.getSubjectAlternativeNames().stream()
                            .filter(name -> name.getFirst() instanceof Integer type && (type == 2 || type == 7))
                            .map(name -> String.valueOf(name.get(1)))
                            .limit(100)
                            .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    private static String fingerprint(X509Certificate one) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(one.getEncoded()));
        } catch (CertificateEncodingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

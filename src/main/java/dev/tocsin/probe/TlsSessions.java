package dev.tocsin.probe;

import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.HostText;
import dev.tocsin.core.target.TlsLibrary;
import dev.tocsin.core.target.TlsTerms;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS as looks make it: each look with a context of its own, so that no session is resumed and every look is a full
 * handshake. Safe for use by many threads.
 */
final class TlsSessions {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<TlsProvider> provider;
    private final X509ExtendedTrustManager authorities;
    private final ClientKeys keys = new ClientKeys();

    /** Trusts the authorities of this key store; those of the Java runtime where there is none. */
    TlsSessions(TlsProvider provider, @Nullable KeyStore authorities) {
        this(() -> provider, authorities);
    }

    /** The same, with the provider asked for at each handshake. */
    TlsSessions(Supplier<TlsProvider> provider, @Nullable KeyStore authorities) {
        this.provider = provider;
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(authorities);
            this.authorities = Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java knows no authorities", broken);
        }
    }

    /** The cipher suites that looks offer. */
    String[] suites() {
        return TlsProvider.of(TlsLibrary.SYSTEM).suites();
    }

    CertificateWitness witness(TlsTerms terms) {
        return new CertificateWitness(authorities, terms.verification());
    }

    /** Sockets of a fresh context, in which this witness sees the server's certificate. */
    SSLSocketFactory sockets(TlsTerms terms, CertificateWitness witness) {
        try {
            TlsProvider now = provider.get();
            SSLContext context = now.context();
            context.init(keys(terms), new TrustManager[] {witness}, RANDOM);
            return now.sockets(context);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("this Java has no TLS", broken);
        }
    }

    private KeyManager[] keys(TlsTerms terms) throws GeneralSecurityException {
        if (terms.client().isEmpty()) {
            return new KeyManager[0];
        }
        return keys.of(terms.client().get());
    }

    /** Makes TLS of a connected socket; the caller closes it, and ends it at the deadline. */
    SSLSocket begin(Socket plain, String host, TlsTerms terms, Course course) throws IOException {
        course.enter(Phase.TLS);
        CertificateWitness witness = witness(terms);
        SSLSocket socket = socket(plain, host, terms, witness);
        try {
            socket.startHandshake();
        } catch (IOException failed) {
            witness.seen("", Optional.empty()).ifPresent(course::shown);
            throw failed;
        }
        SSLSession session = socket.getSession();
        witness.seen(session.getProtocol() + " " + session.getCipherSuite(), alpn(socket))
                .ifPresent(course::shown);
        course.leave();
        return socket;
    }

    /** A TLS socket that has not begun, and knows whom it expects. */
    private SSLSocket socket(Socket plain, String host, TlsTerms terms, CertificateWitness witness) throws IOException {
        String expected = expected(host);
        SSLSocket socket = (SSLSocket) sockets(terms, witness).createSocket(plain, expected, plain.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        if (HostText.read(host) instanceof HostText.HostName) {
            // As bytes: as a text, the name of a host with an underscore would be refused.
            parameters.setServerNames(List.of(new SNIHostName(expected.getBytes(StandardCharsets.US_ASCII))));
        }
        if (terms.verification() == TlsTerms.Verification.FULL) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        parameters.setCipherSuites(provider.get().suites());
        terms.alpn().ifPresent(protocol -> parameters.setApplicationProtocols(new String[] {protocol}));
        socket.setSSLParameters(parameters);
        return socket;
    }

    /** The host as certificates spell it, however the check does. */
    private static String expected(String host) {
        return switch (HostText.read(host)) {
            case HostText.HostName(String name) -> name;
            case HostText.Literal(InetAddress address, boolean ignored) -> address.getHostAddress();
            case HostText.Unusable ignored -> host;
        };
    }

    private static Optional<String> alpn(SSLSocket socket) {
        return Optional.ofNullable(socket.getApplicationProtocol()).filter(text -> !text.isEmpty());
    }

    /** Holds what a socket has agreed on against the terms. */
    static Outcome judge(TlsTerms terms, SSLSocket socket, Course course) {
        return judge(new Outcome.Up(), terms, socket.getSession().getProtocol(), alpn(socket), course);
    }

    /** Holds what was agreed on against the terms. */
    static Outcome judge(Outcome soFar, TlsTerms terms, String version, Optional<String> alpn, Course course) {
        Outcome outcome = soFar;
        if (terms.leastVersion().isPresent()) {
            String least = terms.leastVersion().get();
            outcome = course.expect(
                    outcome,
                    Phase.TLS,
                    FailureKind.TLS_VERSION,
                    expectation(least + " or newer", version, version.compareTo(least) >= 0));
        }
        if (terms.alpn().isPresent()) {
            String wanted = terms.alpn().get();
            outcome = course.expect(
                    outcome,
                    Phase.TLS,
                    FailureKind.TLS_ALPN,
                    expectation(
                            "ALPN " + wanted,
                            alpn.orElse("none"),
                            alpn.filter(wanted::equals).isPresent()));
        }
        return outcome;
    }

    private static Expectation expectation(String wanted, String found, boolean met) {
        return new Expectation(wanted, found, met ? Expectation.Result.MET : Expectation.Result.MISSED);
    }
}

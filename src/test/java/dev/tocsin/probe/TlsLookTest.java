package dev.tocsin.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Certificate;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.HttpExpectation;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.Secret;
import dev.tocsin.core.target.TlsLibrary;
import dev.tocsin.core.target.TlsTerms;
import dev.tocsin.core.target.TlsTerms.Verification;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(TlsLibrary.class)
class TlsLookTest {
    private static final Duration SHORT = Duration.ofMillis(700);

    private final Looking looking;

    TlsLookTest(TlsLibrary library) {
        looking = new Looking(library);
    }

    @AfterEach
    void close() {
        looking.close();
    }

    @Test
    void aHealthyServerIsUpWithItsPhasesAndItsCertificate() {
        try (LoopbackServer server = new LoopbackServer(Certificates.HEALTHY::secure)) {
            Finding finding = looking.look(tls(server, TlsTerms.STRICT));

            assertThat(Looking.said(finding)).isEqualTo("up");
            assertThat(finding.timings().phases()).containsKeys(Phase.DNS, Phase.TCP, Phase.TLS);
            Certificate shown = finding.trail().certificate().orElseThrow();
            assertThat(shown.names()).contains("localhost");
            assertThat(shown.agreed()).startsWith("TLSv1.3 ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXPIRED, TLS ssl_expired_certificate",
        "NOT_YET_VALID, TLS ssl_invalid_certificate not valid yet",
        "WRONG_HOST, TLS ssl_invalid_hostname",
        "UNKNOWN_AUTHORITY, TLS ssl_unknown_authority"
    })
    void aCertificateThatDoesNotHoldIsNamedAndShownUnlessNoneIsAskedFor(Certificates certificate, String said) {
        try (LoopbackServer server = new LoopbackServer(certificate::secure)) {
            Finding strict = looking.look(tls(server, TlsTerms.STRICT));
            Finding lax = looking.look(tls(server, terms(Verification.NONE, null, null, 0)));

            assertThat(Looking.said(strict)).isEqualTo(said);
            assertThat(strict.trail().certificate().orElseThrow().subject()).isEqualTo("CN=" + certificate);
            assertThat(Looking.said(lax)).isEqualTo("up");
        }
    }

    @Test
    void aCertificateThatEndsSoonIsWorkingButForTlsAndForHttp() {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            SSLSocket secure = Certificates.ENDS_SOON.secure(connection);
            secure.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(US_ASCII));
        })) {
            TlsTerms terms = terms(Verification.FULL, null, null, 14);
            Check.Http http = new Check.Http(
                    URI.create("https://localhost:" + server.port() + "/"),
                    HttpAsk.GET,
                    new HttpExpectation(Check.Http.WORKING, List.of(), Map.of()),
                    terms,
                    Route.DIRECT,
                    Optional.empty());

            assertThat(Looking.said(looking.look(tls(server, terms))))
                    .isEqualTo("degraded TLS ssl_expires_soon in 4 days");
            assertThat(Looking.said(looking.look(http))).isEqualTo("degraded TLS ssl_expires_soon in 4 days");
            assertThat(Looking.said(looking.look(tls(server, terms(Verification.FULL, null, null, 4)))))
                    .isEqualTo("up");
        }
    }

    @Test
    void anOlderVersionThanExpectedIsAFailure() {
        try (LoopbackServer server = new LoopbackServer(connection -> Certificates.HEALTHY.secure(
                connection, socket -> socket.setEnabledProtocols(new String[] {"TLSv1.2"})))) {
            assertThat(Looking.said(looking.look(tls(server, terms(Verification.FULL, "TLSv1.3", null, 0)))))
                    .startsWith("TLS ssl_version");
            assertThat(Looking.said(looking.look(tls(server, terms(Verification.FULL, "TLSv1.2", null, 0)))))
                    .isEqualTo("up");
        }
    }

    @ParameterizedTest
    @CsvSource({"h2, up", "http/1.1, TLS ssl_alpn none of ours", "'', 'TLS ssl_alpn expected ALPN h2, found none'"})
    void theProtocolMustBeAgreedOn(String served, String said) {
        try (LoopbackServer server = new LoopbackServer(
                connection -> Certificates.HEALTHY.secure(connection, socket -> offer(socket, served)))) {
            assertThat(Looking.said(looking.look(tls(server, terms(Verification.FULL, null, "h2", 0)))))
                    .isEqualTo(said);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-x\r\n", "\0\1\2\3\4\5\6\7\10\11"})
    void whatIsNotTlsIsAProtocolError(String garbage) {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            connection.getOutputStream().write(garbage.getBytes(US_ASCII));
            Looking.waitForEver();
        })) {
            assertThat(Looking.said(looking.look(tls(server, TlsTerms.STRICT)))).startsWith("TLS ssl_protocol_error");
        }
    }

    @Test
    void aServerThatClosesInTheHandshakeIsAnEarlyEnd() {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            connection.getInputStream().readNBytes(5);
            connection.getInputStream().read(new byte[16_384]);
            connection.close();
        })) {
            assertThat(Looking.said(looking.look(tls(server, TlsTerms.STRICT)))).startsWith("TLS eof_error");
        }
    }

    @Test
    void aSilentServerAndADrippingOneTimeOut() {
        byte[] record = {22, 3, 3, 63, 0};
        try (LoopbackServer silent = new LoopbackServer(connection -> Looking.waitForEver());
                LoopbackServer dripping =
                        new LoopbackServer(connection -> Looking.drip(connection.getOutputStream(), record))) {
            assertThat(Looking.said(looking.look(tls(silent, TlsTerms.STRICT), SHORT)))
                    .isEqualTo("TLS tls_handshake_timeout_error");
            assertThat(Looking.said(looking.look(tls(dripping, TlsTerms.STRICT), SHORT)))
                    .isEqualTo("TLS tls_handshake_timeout_error");
        }
    }

    @Test
    void aClientCertificateIsShownAndAMissingFileIsAFaultOfOurs() throws Exception {
        try (LoopbackServer server = new LoopbackServer(
                connection -> Certificates.HEALTHY.secure(connection, socket -> socket.setWantClientAuth(true)))) {
            String file = Certificates.HEALTHY.file().toString();

            assertThat(Looking.said(looking.look(tls(server, showing(file))))).isEqualTo("up");
            assertThat(Looking.said(looking.look(tls(server, showing("/nowhere.p12")))))
                    .startsWith("INTERNAL")
                    .contains("/nowhere.p12");
        }
    }

    private static TlsTerms showing(String file) {
        return new TlsTerms(
                Verification.FULL,
                Optional.empty(),
                Optional.empty(),
                0,
                List.of(),
                Optional.of(new TlsTerms.ClientCertificate(file, new Secret("for-tests"))));
    }

    private static void offer(SSLSocket socket, String protocol) {
        if (!protocol.isEmpty()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {protocol});
            socket.setSSLParameters(parameters);
        }
    }

    private static TlsTerms terms(
            Verification verification, @Nullable String least, @Nullable String alpn, int leastDays) {
        return new TlsTerms(
                verification,
                Optional.ofNullable(least),
                Optional.ofNullable(alpn),
                leastDays,
                List.of(),
                Optional.empty());
    }

    private static Check.Tls tls(LoopbackServer server, TlsTerms terms) {
        return new Check.Tls("localhost", server.port(), Optional.empty(), terms, Route.DIRECT, Optional.empty());
    }
}

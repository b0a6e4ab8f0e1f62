package dev.tocsin.probe;

import static dev.tocsin.probe.HttpBench.said;
import static dev.tocsin.probe.HttpBench.speaking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.BodyTest;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.HttpExpectation;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.Secret;
import dev.tocsin.core.target.TlsLibrary;
import dev.tocsin.core.target.TlsTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TlsLibrary.class)
class HttpTlsTest {
    private static final TlsTerms UNVERIFIED = new TlsTerms(
            TlsTerms.Verification.NONE, Optional.empty(), Optional.empty(), 0, List.of(), Optional.empty());

    @TempDir
    static Path folder;

    private static KeyFile serverKey;
    private static KeyFile clientKey;

    private final MockWebServer server = new MockWebServer();
    private final TlsLibrary library;
    private HttpBench bench;

    HttpTlsTest(TlsLibrary library) {
        this.library = library;
    }

    @BeforeAll
    static void makeKeys() {
        serverKey = KeyFile.make(folder, "server");
        clientKey = KeyFile.make(folder, "client");
    }

    @BeforeEach
    void open() {
        bench = new HttpBench(serverKey.trusting(), library);
        server.enqueue(new MockResponse.Builder().body("hello").build());
    }

    @AfterEach
    void close() {
        bench.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP_1,true,HTTP/1.1,up",
        "HTTP_2,true,HTTP/2,up",
        "ANY,true,HTTP/2,up",
        "ANY,false,HTTP/1.1,up",
        "HTTP_2,false,HTTP/1.1,'HTTP http_version expected HTTP/2, found http/1.1'"
    })
    void overTlsTheVersionIsAgreedOn(HttpAsk.Version version, boolean offered, String spoken, String says)
            throws Exception {
        server.setProtocols(offered ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(Protocol.HTTP_1_1));
        Finding finding = bench.look(check("https", speaking(version), TlsTerms.STRICT, serve(false)));

        assertThat(said(finding)).isEqualTo(says);
        assertThat(server.takeRequest().getRequestLine()).endsWith(spoken);
        assertThat(finding.timings().phases()).containsKeys(Phase.TCP, Phase.TLS, Phase.HTTP);
        assertThat(finding.trail().certificate())
                .hasValueSatisfying(
                        certificate -> assertThat(certificate.subject()).isEqualTo("CN=server"));
    }

    @Test
    void http2IsSpokenWithoutTlsWhereItIsAskedFor() throws IOException {
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        server.start();

        assertThat(said(bench.look(check("http", speaking(HttpAsk.Version.HTTP_2), TlsTerms.STRICT, server.getPort()))))
                .isEqualTo("up");
    }

    @Test
    void aBodyOverHttp2IsReadNoFurtherThanItIsSearched() throws IOException {
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
                return new MockResponse.Builder().body("z".repeat(40 << 20)).build();
            }
        });
        server.setProtocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));

        assertThat(said(bench.look(check("https", speaking(HttpAsk.Version.HTTP_2), TlsTerms.STRICT, serve(false)))))
                .startsWith("HTTP http_body");
    }

    @Test
    void anUnknownAuthorityIsAFailureUnlessVerificationIsOff() throws IOException {
        int port = serve(false);
        try (HttpBench stranger = new HttpBench(clientKey.trusting(), library)) {
            Finding strict = stranger.look(check("https", HttpAsk.GET, TlsTerms.STRICT, port));
            Finding lenient = stranger.look(check("https", HttpAsk.GET, UNVERIFIED, port));

            assertThat(said(strict)).startsWith("TLS ssl_unknown_authority");
            assertThat(strict.trail().certificate()).isPresent();
            assertThat(said(lenient)).isEqualTo("up");
            assertThat(lenient.trail().certificate()).isPresent();
        }
    }

    @Test
    void aServerThatWantsACertificateIsShownTheOneOfTheTarget() throws IOException {
        int port = serve(true);

        assertThat(said(bench.look(check("https", HttpAsk.GET, showing(clientKey.asClient()), port))))
                .isEqualTo("up");
    }

    /** In TLS 1.3 the refusal comes after the handshake, and may be lost when the server closes at once. */
    @Test
    void aServerThatWantsACertificateAndGetsNoneIsAFailure() throws IOException {
        assertThat(said(bench.look(check("https", HttpAsk.GET, TlsTerms.STRICT, serve(true)))))
                .matches("TLS ssl_protocol_error.*|HTTP (connection_reset|eof_error)");
    }

    @ParameterizedTest
    @CsvSource({"client.p12,wrong", "none.p12,not-secret"})
    void aCertificateThatCannotBeReadIsNotTheServersFault(String file, String password) throws IOException {
        TlsTerms terms =
                showing(new TlsTerms.ClientCertificate(folder.resolve(file).toString(), new Secret(password)));
        Finding finding = bench.look(check("https", HttpAsk.GET, terms, serve(true)));

        assertThat(finding.outcome())
                .isInstanceOfSatisfying(
                        Outcome.Unjudged.class,
                        unjudged -> assertThat(unjudged.detail()).contains("the client certificate cannot be read"));
    }

    @Test
    void whatTlsAgreedOnFailsInTheTlsPhaseThoughTheAnswerCameAfterIt() throws IOException {
        server.setProtocols(List.of(Protocol.HTTP_1_1));
        TlsTerms h2 = new TlsTerms(
                TlsTerms.Verification.FULL, Optional.empty(), Optional.of("h2"), 0, List.of(), Optional.empty());

        assertThat(said(bench.look(check("https", HttpAsk.GET, h2, serve(false)))))
                .isEqualTo("TLS ssl_alpn expected ALPN h2, found http/1.1");
    }

    private int serve(boolean needsCertificate) throws IOException {
        server.useHttps(serverKey.serving(clientKey));
        if (needsCertificate) {
            server.requireClientAuth();
        }
        server.start();
        return server.getPort();
    }

    private static TlsTerms showing(TlsTerms.ClientCertificate certificate) {
        return new TlsTerms(
                TlsTerms.Verification.FULL, Optional.empty(), Optional.empty(), 0, List.of(), Optional.of(certificate));
    }

    private static Check.Http check(String scheme, HttpAsk ask, TlsTerms terms, int port) {
        HttpExpectation hello =
                new HttpExpectation(Check.Http.WORKING, List.of(new BodyTest.Contains("hello")), Map.of());
        return HttpBench.check(scheme + "://127.0.0.1:" + port + "/", ask, hello, terms, Route.DIRECT);
    }
}

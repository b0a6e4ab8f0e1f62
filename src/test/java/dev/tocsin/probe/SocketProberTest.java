package dev.tocsin.probe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.StatusRange;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketProberTest {
    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    private final SocketProber prober = Probers.open();

    /** The first look of a Java machine loads a thousand classes, which is not what is timed here. */
    @BeforeAll
    static void warmUp() {
        Probers.warmUp();
    }

    @AfterEach
    void close() {
        prober.close();
    }

    @Test
    void anAnswerWithAnExpectedStatusIsUpWithItsPhasesAndAddress() {
        try (LoopbackServer server = LoopbackServer.answering(OK)) {
            Finding finding = look(http(server.url()));

            assertThat(finding.outcome()).isEqualTo(new Outcome.Up());
            assertThat(finding.address()).contains("127.0.0.1");
            assertThat(finding.timings().phases()).containsKeys(Phase.TCP, Phase.HTTP);
            assertThat(finding.timings().total()).isPositive().isLessThan(TIMEOUT);
        }
    }

    @Test
    void localhostIsKnownWithoutANameServer() {
        try (LoopbackServer server = LoopbackServer.answering(OK)) {
            assertThat(look(http("http://localhost:" + server.port() + "/")).outcome())
                    .isEqualTo(new Outcome.Up());
        }
    }

    @Test
    void anUnexpectedStatusIsToldByItsNumber() {
        try (LoopbackServer server =
                LoopbackServer.answering("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(failure(look(http(server.url())))).isEqualTo("HTTP http_status 503");
        }
    }

    @Test
    void aBodyWithoutTheExpectedTextFails() {
        try (LoopbackServer server = LoopbackServer.answering(OK)) {
            Check.Http wants = new Check.Http(URI.create(server.url()), Check.Http.WORKING, Optional.of("goodbye"));
            Check.Http finds = new Check.Http(URI.create(server.url()), Check.Http.WORKING, Optional.of("ell"));

            assertThat(failure(look(wants))).startsWith("HTTP http_body");
            assertThat(look(finds).outcome()).isEqualTo(new Outcome.Up());
        }
    }

    @Test
    void aRedirectIsFollowedAndALoopOfThemIsNamed() {
        try (LoopbackServer end = LoopbackServer.answering(OK);
                LoopbackServer start = LoopbackServer.answering(
                        "HTTP/1.1 302 Found\r\nLocation: " + end.url() + "\r\nContent-Length: 0\r\n\r\n");
                LoopbackServer loop = LoopbackServer.answering(
                        "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n")) {
            Check.Http only200 =
                    new Check.Http(URI.create(start.url()), List.of(new StatusRange(200, 200)), Optional.of("hello"));

            assertThat(look(only200).outcome()).isEqualTo(new Outcome.Up());
            assertThat(failure(look(http(loop.url())))).startsWith("HTTP http_redirect_loop");
        }
    }

    @Test
    void aClosedPortRefusesTcpAndHttp() {
        int port;
        try (LoopbackServer server = LoopbackServer.answering(OK)) {
            port = server.port();
        }
        assertThat(failure(look(new Check.Tcp("127.0.0.1", port)))).startsWith("TCP connection_refused");
        assertThat(failure(look(http("http://127.0.0.1:" + port + "/")))).startsWith("TCP connection_refused");
    }

    @Test
    void aServerThatHangsUpIsAnEarlyEnd() {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            LoopbackServer.readRequest(connection);
            connection.close();
        })) {
            assertThat(failure(look(http(server.url())))).startsWith("HTTP eof_error");
        }
    }

    @Test
    void aServerThatResetsIsAReset() {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            connection.getInputStream().read();
            connection.setSoLinger(true, 0);
            connection.close();
        })) {
            assertThat(failure(look(http(server.url())))).startsWith("HTTP connection_reset");
        }
    }

    @Test
    void plainHttpWhereTlsIsExpectedIsATlsProtocolError() {
        try (LoopbackServer server = new LoopbackServer(connection ->
                connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII)))) {
            String failure = failure(look(http("https://127.0.0.1:" + server.port() + "/")));
            assertThat(failure).startsWith("TLS ssl_protocol_error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9\r\n", "HTTP/1.1 abc\r\n\r\n", "\0\0\0\0garbage\r\n\r\n"})
    void whatIsNotHttpIsAProtocolErrorAndNeverAFaultOfOurs(String garbage) {
        try (LoopbackServer server = LoopbackServer.answering(garbage)) {
            assertThat(failure(look(http(server.url())))).startsWith("HTTP http_protocol_error");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"says nothing", "drips headers", "drips a body", "endless headers", "endless body"})
    void nothingTheOtherSideDoesOutlastsTheDeadline(String conduct) {
        CountDownLatch never = new CountDownLatch(1);
        try (LoopbackServer server = new LoopbackServer(connection -> {
            OutputStream out = connection.getOutputStream();
            switch (conduct) {
                case "says nothing" -> never.await();
                case "drips headers" -> drip(out, "HTTP/1.1 200 OK\r\nX-A: ");
                case "drips a body" -> drip(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
                case "endless headers" -> flood(out, "HTTP/1.1 200 OK\r\n", "X-Header: " + "x".repeat(1000) + "\r\n");
                default -> flood(out, "HTTP/1.1 200 OK\r\n\r\n", "y".repeat(10_000));
            }
        })) {
            Check.Http check = new Check.Http(URI.create(server.url()), Check.Http.WORKING, Optional.of("never there"));
            long began = System.nanoTime();
            Finding finding = look(check);
            Duration took = Duration.ofNanos(System.nanoTime() - began);

            assertThat(finding.outcome()).isInstanceOf(Outcome.Down.class);
            assertThat(took).isLessThan(TIMEOUT.plusSeconds(1));
        }
    }

    @Test
    void aTlsHandshakeThatIsNeverAnsweredTimesOutInTls() {
        CountDownLatch never = new CountDownLatch(1);
        try (LoopbackServer server = new LoopbackServer(connection -> never.await())) {
            assertThat(failure(look(http("https://127.0.0.1:" + server.port() + "/"))))
                    .startsWith("TLS tls_handshake_timeout_error");
        }
    }

    private static void drip(OutputStream out, String head) throws java.io.IOException, InterruptedException {
        out.write(head.getBytes(US_ASCII));
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
            out.write('a');
            out.flush();
        }
    }

    private static void flood(OutputStream out, String head, String more) throws java.io.IOException {
        out.write(head.getBytes(US_ASCII));
        while (true) {
            out.write(more.getBytes(US_ASCII));
        }
    }

    private Finding look(Check check) {
        return prober.look(check, Reach.ANYWHERE, TIMEOUT);
    }

    private static Check.Http http(String url) {
        return new Check.Http(URI.create(url), Check.Http.WORKING, Optional.empty());
    }

    private static String failure(Finding finding) {
        assertThat(finding.outcome()).isInstanceOf(Outcome.Down.class);
        var failure = ((Outcome.Down) finding.outcome()).failure();
        return failure.phase() + " " + failure.kind().code()
                + (failure.detail().isEmpty() ? "" : " " + failure.detail());
    }
}

package dev.tocsin.probe;

import static dev.tocsin.probe.HttpBench.said;
import static dev.tocsin.probe.RecordingServer.ok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.TlsTerms;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProxyTest {
    private final HttpBench bench = new HttpBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aPlainRequestGoesToTheProxyWhichResolvesTheName() {
        try (RecordingServer server = new RecordingServer(ok(""));
                LoopbackProxy proxy = new LoopbackProxy(server.port())) {
            Finding finding = bench.look(over(proxy.uri(), "http://far.invalid/a"));

            assertThat(said(finding)).isEqualTo("up");
            assertThat(proxy.requests()).containsExactly("GET http://far.invalid/a HTTP/1.1");
            assertThat(finding.address()).contains("127.0.0.1");
        }
    }

    @Test
    void tlsGoesThroughTheProxyToTheTarget(@TempDir Path folder) throws Exception {
        KeyFile key = KeyFile.make(folder, "server");
        try (MockWebServer server = new MockWebServer();
                HttpBench trusting = new HttpBench(key.trusting())) {
            server.useHttps(key.serving(key));
            server.enqueue(new MockResponse.Builder().body("hello").build());
            server.start();
            try (LoopbackProxy proxy = new LoopbackProxy(server.getPort())) {
                assertThat(said(trusting.look(over(proxy.uri(), "https://localhost/"))))
                        .isEqualTo("up");
                assertThat(proxy.requests()).containsExactly("CONNECT localhost:443 HTTP/1.1");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 502 Bad\r\nContent-Length: 0\r\n\r\n",
                "SSH-2.0-OpenSSH\r\n",
                ""
            })
    void aProxyThatOpensNoTunnelIsTheProxysFailure(String answer) {
        try (RecordingServer proxy = new RecordingServer(answer)) {
            assertThat(said(bench.look(over(URI.create(proxy.url()), "https://far.invalid/"))))
                    .startsWith("TCP proxy_error");
        }
    }

    @Test
    void aProxyThatWantsALoginIsTheProxysFailure() {
        String answer = "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n";
        try (RecordingServer proxy = new RecordingServer(answer)) {
            assertThat(said(bench.look(over(URI.create(proxy.url()), "http://far.invalid/"))))
                    .isEqualTo("TCP proxy_error it wants a login");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://far.invalid/", "https://far.invalid/"})
    void aProxyThatIsNotThereIsNeverTheTargetsFailure(String url) {
        int closed;
        try (RecordingServer server = new RecordingServer("")) {
            closed = server.port();
        }
        assertThat(said(bench.look(over(URI.create("http://127.0.0.1:" + closed), url))))
                .isEqualTo("TCP proxy_error connection refused");
    }

    @Test
    void aProxyIsUnderTheAddressPolicy() {
        try (RecordingServer proxy = new RecordingServer(ok(""))) {
            Finding finding = bench.lookInPublic(over(URI.create(proxy.url()), "http://example.com/"));

            assertThat(finding.outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Unjudged.class,
                            unjudged -> assertThat(unjudged.reason()).isEqualTo(Outcome.Reason.NOT_ALLOWED));
            assertThat(proxy.requests()).isEmpty();
        }
    }

    @Test
    void aNameThatLeadsNowhereIsTheTargetsFailureAndNotTheProxys() {
        AddressPolicy loopbackToo =
                new AddressPolicy(List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()), Set.of());
        try (LoopbackNames names = new LoopbackNames();
                RecordingServer proxy = new RecordingServer(ok(""));
                HttpBench strict = new HttpBench(null, loopbackToo)) {
            Route route = new Route(
                    AddressOrder.IPV4_FIRST, Optional.of(names.address()), Optional.of(URI.create(proxy.url())));
            Finding finding = strict.lookInPublic(HttpBench.check(
                    "http://gone.example.com/", HttpAsk.GET, HttpBench.ANYTHING, TlsTerms.STRICT, route));

            assertThat(said(finding)).startsWith("DNS dns_no_answer");
            assertThat(proxy.requests()).isEmpty();
        }
    }

    private static Check.Http over(URI proxy, String url) {
        Route route = new Route(AddressOrder.IPV4_FIRST, Optional.empty(), Optional.of(proxy));
        return HttpBench.check(url, HttpAsk.GET, HttpBench.ANYTHING, TlsTerms.STRICT, route);
    }
}

package dev.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ProbeCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private String url;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        server.createContext("/", exchange -> {
            byte[] body = "all is well".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", url);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aWorkingServerIsToldPhaseByPhase() {
        assertThat(probe(url)).isZero();
        assertThat(told())
                .contains("+ url " + url + " · answered in ")
                .containsPattern("TCP +[0-9.]+ ms +█")
                .containsPattern("HTTP +[0-9.]+ ms +█")
                .contains("Expected  met: status 200-399; found: 200")
                .contains("Verdict  up");
        assertThat(told().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    }

    @Test
    void redirectsAreToldHopByHop() {
        assertThat(probe(url + "moved")).isZero();
        assertThat(told().replaceAll("\\s+", " "))
                .contains("Redirect 302 from " + url + "moved to " + url)
                .contains("2 connections were tried");
    }

    @Test
    void aFurtherKeyIsAnExpectationAndOneThatIsMissedIsDown() {
        assertThat(probe(url, "--set", "expect=204,301-302", "--set", "contains=well"))
                .isEqualTo(1);
        assertThat(told())
                .contains("! url ")
                .contains("MISSED: status 204 or 301-302; found: 200")
                .contains("Verdict  down");
    }

    @Test
    void aPortThatNobodyListensAtIsRefused() throws IOException {
        String closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = "http://127.0.0.1:" + free.getLocalPort() + "/";
        }

        assertThat(probe(closed, "--timeout", "2s")).isEqualTo(1);
        assertThat(told())
                .contains("failed in TCP: connection refused")
                .containsPattern("TCP .*█×")
                .contains("Verdict  down");
    }

    @Test
    void wrongUsageIsToldInWordsAndIsTwo() {
        assertThat(probe()).isEqualTo(2);
        assertThat(probe(url, "--timeout", "soon")).isEqualTo(2);
        assertThat(probe(url, "--kind", "gopher")).isEqualTo(2);
        assertThat(probe("nobody", "--kind", "tcp")).isEqualTo(2);
        assertThat(probe(url, "--set", "expekt=200")).isEqualTo(2);
        assertThat(probe(url, "--set", "expect=2000")).isEqualTo(2);
        assertThat(probe("ftp://example.org/")).isEqualTo(2);

        assertThat(told()).isEmpty();
        assertThat(err.toString().replace(System.lineSeparator(), "\n"))
                .contains("Missing required parameter")
                .contains("timeout is the text \"soon\"; expected a duration from 100ms to 1m")
                .contains("--kind is \"gopher\"; expected url, tcp, tls, dns or icmp")
                .contains("tcp is the text \"nobody\"; expected host:port")
                .contains("expekt no such key; did you mean \"expect\"?")
                .contains("expect is the text \"2000\"")
                .contains("url is the text \"ftp://example.org/\"");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, , url, https://example.org/a",
        "HTTPS://example.org, , url, https://example.org",
        "example.org, , url, https://example.org/",
        "example.org/path, , url, https://example.org/path",
        "example.org:5432, , tcp, example.org:5432",
        "example.org:8443/path, , url, https://example.org:8443/path",
        "[2001:db8::1]:22, , tcp, [2001:db8::1]:22",
        "2001:db8::1, , url, https://[2001:db8::1]/",
        "192.0.2.7, , url, https://192.0.2.7/",
        "example.org:8443, url, url, https://example.org:8443/",
        "example.org, TLS, tls, example.org:443",
        "example.org:993, tls, tls, example.org:993",
        "2001:db8::1, tls, tls, [2001:db8::1]:443",
        "example.org, dns, dns, example.org",
        "2001:db8::1, icmp, icmp, 2001:db8::1"
    })
    void addressesAreUnderstood(String typed, String kind, String understood, String address) {
        assertThat(ProbeAddress.of(typed, Optional.ofNullable(kind))).isEqualTo(new ProbeAddress(understood, address));
    }

    private int probe(String... args) {
        return new CommandLine(new ProbeCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private String told() {
        return out.toString();
    }
}

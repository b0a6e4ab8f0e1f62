package dev.tocsin.probe;

import static dev.tocsin.probe.HttpBench.asking;
import static dev.tocsin.probe.HttpBench.said;
import static dev.tocsin.probe.RecordingServer.ok;
import static dev.tocsin.probe.RecordingServer.redirect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.Secret;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpRequestsTest {
    private static final HttpAsk.Login BASIC = new HttpAsk.Login.Basic("ann", new Secret("pass"));
    private static final HttpAsk.Login BEARER = new HttpAsk.Login.Bearer(new Secret("tok-1"));

    private final HttpBench bench = new HttpBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aGetNamesTheHostAndWhoIsAsking() {
        try (RecordingServer server = new RecordingServer(ok("hi"))) {
            assertThat(said(bench.look(HttpBench.get(server.url() + "a?b=c")))).isEqualTo("up");

            assertThat(server.requests().getFirst())
                    .startsWith("GET /a?b=c HTTP/1.1\r\n")
                    .contains("Host: 127.0.0.1:" + server.port(), "User-Agent: Tocsin/test", "Connection: close");
        }
    }

    @ParameterizedTest
    @CsvSource({"POST,{}", "PUT,{\"a\":1}", "PATCH,x", "DELETE,", "HEAD,", "OPTIONS,"})
    void methodHeadersAndBodyAreSentAsTheyAreSaid(String method, String body) {
        HttpAsk ask = ask(method, Optional.ofNullable(body), Optional.empty());
        try (RecordingServer server = new RecordingServer(ok(""))) {
            assertThat(said(bench.look(asking(server.url(), ask)))).isEqualTo("up");

            String sent = server.requests().getFirst();
            assertThat(sent).startsWith(method + " / HTTP/1.1\r\n").contains("\r\nX-Key: k-9\r\n");
            assertThat(sent).endsWith("\r\n\r\n" + (body == null ? "" : body));
        }
    }

    @Test
    void loginsAreSentAtOnce() {
        try (RecordingServer server = new RecordingServer(ok(""))) {
            bench.look(asking(server.url(), ask("GET", Optional.empty(), Optional.of(BASIC))));
            bench.look(asking(server.url(), ask("GET", Optional.empty(), Optional.of(BEARER))));

            assertThat(server.requests().getFirst()).contains("\r\nAuthorization: Basic YW5uOnBhc3M=\r\n");
            assertThat(server.requests().getLast()).contains("\r\nAuthorization: Bearer tok-1\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void anotherHostGetsNeitherLoginNorHeadersNorBody(int status) {
        try (RecordingServer other = new RecordingServer(ok(""));
                RecordingServer first = new RecordingServer(redirect(status, other.url()))) {
            HttpAsk ask = ask("POST", Optional.of("private"), Optional.of(BEARER));

            assertThat(said(bench.look(asking(first.url(), ask)))).isEqualTo("up");
            assertThat(first.requests().getFirst()).contains("tok-1", "k-9", "private");
            assertThat(other.requests()).hasSize(1);
            assertThat(other.requests().getFirst())
                    .startsWith("GET / ")
                    .doesNotContain("Authorization", "tok-1", "X-Key", "private");
        }
    }

    @Test
    void theWayBackFromAnotherHostGetsNoLoginEither() {
        try (RecordingServer other = new RecordingServer(ok(""))) {
            try (RecordingServer first = new RecordingServer(redirect(302, "/b"), redirect(302, other.url()))) {
                HttpAsk ask = ask("GET", Optional.empty(), Optional.of(BASIC));

                assertThat(said(bench.look(asking(first.url(), ask)))).isEqualTo("up");
                assertThat(first.requests()).hasSize(2).allMatch(sent -> sent.contains("Authorization"));
                assertThat(other.requests()).hasSize(1).noneMatch(sent -> sent.contains("Authorization"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"302,GET,false", "303,GET,false", "307,POST,true", "308,POST,true"})
    void aPostToTheSameHostStaysOneWhereTheStatusSaysSo(int status, String method, boolean withBody) {
        try (RecordingServer server = new RecordingServer(redirect(status, "/then"), ok(""))) {
            HttpAsk ask = ask("POST", Optional.of("text"), Optional.empty());

            assertThat(said(bench.look(asking(server.url(), ask)))).isEqualTo("up");
            String then = server.requests().getLast();
            assertThat(then).startsWith(method + " /then ").contains("X-Key: k-9");
            assertThat(then.endsWith("text")).isEqualTo(withBody);
            assertThat(then.contains("Content-Type")).isEqualTo(withBody);
        }
    }

    @Test
    void cookiesAreNotKept() {
        String cookie = "HTTP/1.1 302 F\r\nSet-Cookie: a=b\r\nLocation: /\r\nContent-Length: 0\r\n\r\n";
        try (RecordingServer server = new RecordingServer(cookie, ok(""))) {
            bench.look(HttpBench.get(server.url()));

            assertThat(server.requests()).hasSize(2).noneMatch(sent -> sent.contains("Cookie"));
        }
    }

    @Test
    void aBusyServerIsNotAskedASecondTime() {
        try (RecordingServer server =
                new RecordingServer("HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n", ok(""))) {
            assertThat(said(bench.look(HttpBench.get(server.url()))))
                    .isEqualTo("HTTP http_status 503, Retry-After 0 s");
            assertThat(server.requests()).hasSize(1);
        }
    }

    private static HttpAsk ask(String method, Optional<String> body, Optional<HttpAsk.Login> login) {
        Map<String, Secret> headers = Map.of("X-Key", new Secret("k-9"), "Content-Type", new Secret("text/x-test"));
        return new HttpAsk(method, headers, body, login, 10, HttpAsk.Version.HTTP_1);
    }
}

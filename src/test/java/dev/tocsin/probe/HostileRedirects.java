package dev.tocsin.probe;

import static dev.tocsin.probe.Hostile.sending;
import static dev.tocsin.probe.Hostile.talking;

import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Servers that send looks where they must not go. */
final class HostileRedirects {
    private static final String NOWHERE_TO_GO = "HTTP http_redirect to no http or https URL.*";

    private HostileRedirects() {}

    static Stream<Hostile> all() {
        return Stream.concat(
                Stream.of(
                        to("a redirect to itself, for ever", "/again", "HTTP http_redirect_loop more than 10"),
                        to("a redirect to ftp:", "ftp://127.0.0.1/", NOWHERE_TO_GO),
                        to("a redirect to javascript:", "javascript:alert(1)", NOWHERE_TO_GO),
                        to("a redirect to file:", "file:///etc/passwd", NOWHERE_TO_GO),
                        to("a redirect to http:// and no host", "http://", NOWHERE_TO_GO),
                        to("a redirect to port 99999", "http://127.0.0.1:99999/", NOWHERE_TO_GO),
                        to("a redirect to a host of control characters", "http://\u0001\u0002/", NOWHERE_TO_GO),
                        to("a redirect to a closed port", "http://127.0.0.1:1/", "TCP connection_refused"),
                        to(
                                "a redirect with control characters",
                                "/\u0001\u001b[31m\u0007",
                                "HTTP http_redirect_loop.*")),
                Stream.of(
                        talking(
                                "a redirect to https on a port of plain HTTP",
                                (connection, out) -> Hostile.send(
                                        out, redirect("https://127.0.0.1:" + connection.getLocalPort() + "/")),
                                "TLS (tls_handshake_timeout_error|ssl_protocol_error.*)"),
                        talking(
                                "a redirect of 200 KiB",
                                (connection, out) -> Hostile.send(out, redirect("/" + "a".repeat(200_000))),
                                NOWHERE_TO_GO),
                        talking(
                                "a redirect and then a body without end",
                                (connection, out) -> Hostile.flood(out, "HTTP/1.1 302 F\r\nLocation: /a\r\n\r\n", "y"),
                                "HTTP http_redirect_loop.*"),
                        talking(
                                "a redirect and then silence",
                                (connection, out) -> {
                                    Hostile.send(out, "HTTP/1.1 302 F\r\nLocation: /a\r\nContent-Length: 9\r\n\r\n");
                                    new CountDownLatch(1).await();
                                },
                                "HTTP http_redirect_loop.*")));
    }

    private static Hostile to(String server, String location, String says) {
        return sending(server, redirect(location), says);
    }

    private static String redirect(String location) {
        return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }
}

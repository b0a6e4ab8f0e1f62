package dev.tocsin.probe;

import static dev.tocsin.probe.Hostile.BROKEN;
import static dev.tocsin.probe.Hostile.NOWHERE;
import static dev.tocsin.probe.Hostile.OTHER_BODY;
import static dev.tocsin.probe.Hostile.TOO_LATE;
import static dev.tocsin.probe.Hostile.drip;
import static dev.tocsin.probe.Hostile.flood;
import static dev.tocsin.probe.Hostile.sending;
import static dev.tocsin.probe.Hostile.talking;

import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Servers whose answers break before their body. */
final class HostileHeaders {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String EARLY = "HTTP (eof_error|connection_reset)";

    private HostileHeaders() {}

    static Stream<Hostile> all() {
        return Stream.of(silent(), endless(), statuses(), lengths(), garbage()).flatMap(some -> some);
    }

    private static Stream<Hostile> silent() {
        CountDownLatch never = new CountDownLatch(1);
        return Stream.of(
                new Hostile("accepts, and says nothing", connection -> never.await(), NOWHERE, TOO_LATE),
                new Hostile("closes before it has read", connection -> connection.close(), NOWHERE, EARLY),
                sending("closes without an answer", "", "HTTP eof_error"),
                sending("closes in the middle of a header", OK + "Content-Le", "HTTP eof_error"));
    }

    private static Stream<Hostile> endless() {
        return Stream.of(
                talking("headers without end", (connection, out) -> flood(out, OK, "X-Header: y\r\n"), BROKEN),
                talking("one header without end", (connection, out) -> flood(out, OK + "X-Header: ", "y"), BROKEN),
                talking("a status line without end", (connection, out) -> flood(out, "HTTP/1.1 200 ", "y"), BROKEN),
                talking("headers of one byte every 50 ms", (connection, out) -> drip(out, OK + "X-A: ", 'y'), TOO_LATE),
                talking(
                        "100 Continue without end",
                        (connection, out) -> flood(out, "", "HTTP/1.1 100 Continue\r\n\r\n"),
                        BROKEN),
                talking(
                        "103 Early Hints without end",
                        (connection, out) -> flood(out, "", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"),
                        BROKEN),
                talking(
                        "102 Processing byte by byte",
                        (connection, out) -> drip(out, "HTTP/1.1 102 Processing\r\n\r\n", 'H'),
                        TOO_LATE));
    }

    private static Stream<Hostile> statuses() {
        return Stream.of(
                sending("status 999", "HTTP/1.1 999 Denied\r\n\r\n", "HTTP http_status 999"),
                sending("status 000", "HTTP/1.1 000 Nothing\r\n\r\n", "HTTP http_status 000"),
                sending("status -12", "HTTP/1.1 -12 Less\r\n\r\n", BROKEN),
                sending("status abc", "HTTP/1.1 abc Letters\r\n\r\n", BROKEN),
                sending("HTTP/7.3", "HTTP/7.3 200 OK\r\n\r\nx", BROKEN),
                sending(
                        "a status line that claims a fault of the bot's own machine",
                        "Too many open files, connection reset\r\n\r\n",
                        BROKEN),
                sending(
                        "503 with Retry-After: 0",
                        "HTTP/1.1 503 Busy\r\nRetry-After: 0\r\n\r\n",
                        "HTTP http_status 503, Retry-After 0 s"),
                sending("401", "HTTP/1.1 401 Who\r\nWWW-Authenticate: Basic realm=x\r\n\r\n", "HTTP http_status 401"),
                sending(
                        "407 and no proxy",
                        "HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic\r\n\r\n",
                        BROKEN + "|.*407"));
    }

    private static Stream<Hostile> lengths() {
        return Stream.of(
                sending(
                        "two different content lengths",
                        OK + "Content-Length: 5\r\nContent-Length: 2\r\n\r\nhello",
                        BROKEN),
                sending("a negative content length", OK + "Content-Length: -1\r\n\r\nhello", BROKEN),
                sending("a content length of words", OK + "Content-Length: a few\r\n\r\nhello", BROKEN),
                sending("204 with a body", "HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\nhello", BROKEN));
    }

    private static Stream<Hostile> garbage() {
        return Stream.of(
                sending("binary garbage", "\0\1\2\u0003\u00ff\u00fe\u0080garbage\r\n\r\n", BROKEN),
                sending("binary garbage without a line end", "\0\1\2\u0003\u00ff\u00fe\u0080", "HTTP eof_error"),
                sending("HTTP/0.9: a page and nothing else", "<html>hello</html>\r\n", BROKEN),
                sending("another protocol", "220 mail.example ESMTP\r\n", BROKEN),
                sending(
                        "a header with bytes that are not ASCII",
                        OK + "X-\u00c4: \u00ff\u00fe\u0001\r\n\r\nx",
                        OTHER_BODY),
                sending("a header without a colon", OK + "no colon here\r\n\r\nx", BROKEN + "|" + OTHER_BODY),
                sending("a header without a name", OK + ": nameless\r\n\r\nx", BROKEN + "|" + OTHER_BODY),
                sending("line ends without a carriage return", "HTTP/1.1 200 OK\nX-A: b\n\nx", OTHER_BODY));
    }
}

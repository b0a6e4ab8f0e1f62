package dev.tocsin.probe;

import static dev.tocsin.probe.Hostile.BROKEN;
import static dev.tocsin.probe.Hostile.OTHER_BODY;
import static dev.tocsin.probe.Hostile.TOO_LATE;
import static dev.tocsin.probe.Hostile.drip;
import static dev.tocsin.probe.Hostile.flood;
import static dev.tocsin.probe.Hostile.send;
import static dev.tocsin.probe.Hostile.sending;
import static dev.tocsin.probe.Hostile.talking;

import dev.tocsin.core.target.BodyTest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Servers whose bodies are traps. */
final class HostileBodies {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String GZIP = OK + "Content-Encoding: gzip\r\n\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";

    private HostileBodies() {}

    static Stream<Hostile> all() {
        return Stream.of(compressed(), endless(), chunked(), cut(), read()).flatMap(some -> some);
    }

    private static Stream<Hostile> compressed() {
        return Stream.of(
                talking("1 GiB of zeros, compressed to 1 MiB", (connection, out) -> bomb(out), OTHER_BODY),
                sending("garbage labelled gzip", GZIP + "this is no gzip at all", BROKEN),
                sending("gzip that is cut short", GZIP + "\u001f\u008b\b\0\0\0\0\0\0\u0003KL", "HTTP eof_error"),
                talking(
                        "a file name in a gzip header without end",
                        (connection, out) -> flood(out, GZIP + "\u001f\u008b\b\b\0\0\0\0\0\u0003", "n"),
                        BROKEN),
                talking(
                        "empty gzip blocks without end",
                        (connection, out) ->
                                flood(out, GZIP + "\u001f\u008b\b\0\0\0\0\0\0\u0003", "\0\0\0\u00ff\u00ff"),
                        BROKEN),
                sending(
                        "garbage labelled brotli",
                        OK + "Content-Encoding: br\r\n\r\n\u008b\u0002\u0080abc",
                        OTHER_BODY),
                sending("garbage labelled gzip, gzip", OK + "Content-Encoding: gzip, gzip\r\n\r\nzzz", OTHER_BODY));
    }

    private static Stream<Hostile> endless() {
        return Stream.of(
                talking("a body without end", (connection, out) -> flood(out, OK + "\r\n", "y"), OTHER_BODY),
                talking(
                        "chunks without end",
                        (connection, out) -> flood(out, CHUNKED, "1\r\ny\r\n"),
                        OTHER_BODY + "|" + TOO_LATE),
                talking(
                        "a body of one byte every 50 ms",
                        (connection, out) -> drip(out, OK + "Content-Length: 1000000\r\n\r\n", 'y'),
                        TOO_LATE));
    }

    private static Stream<Hostile> chunked() {
        return Stream.of(
                sending("a chunk of negative size", CHUNKED + "-5\r\nhello\r\n0\r\n\r\n", BROKEN),
                sending("a chunk of 2^64 bytes", CHUNKED + "10000000000000000\r\nhello", BROKEN),
                sending("a chunk of 2^63 bytes", CHUNKED + "8000000000000000\r\nhello", BROKEN),
                sending("a chunk of 2^63 - 1 bytes", CHUNKED + "7fffffffffffffff\r\nhello", "HTTP eof_error"),
                sending("a chunk whose size is a word", CHUNKED + "many\r\nhello\r\n0\r\n\r\n", BROKEN),
                sending("a chunk that is longer than its size", CHUNKED + "2\r\nhello\r\n0\r\n\r\n", OTHER_BODY),
                talking("a chunk extension without end", (connection, out) -> flood(out, CHUNKED + "5;", "x"), BROKEN),
                talking(
                        "trailers without end",
                        (connection, out) -> flood(out, CHUNKED + "1\r\ny\r\n0\r\n", "X-Trailer: y\r\n"),
                        BROKEN));
    }

    private static Stream<Hostile> cut() {
        return Stream.of(
                sending("chunks that are cut short", CHUNKED + "ff\r\nhello", "HTTP eof_error"),
                sending(
                        "a content length that is more than what comes",
                        OK + "Content-Length: 50\r\n\r\nhello",
                        "HTTP eof_error"),
                talking(
                        "a reset in the middle of the body",
                        (connection, out) -> {
                            send(out, OK + "Content-Length: 50\r\n\r\nhello");
                            connection.setSoLinger(true, 0);
                        },
                        "HTTP connection_reset"));
    }

    private static Stream<Hostile> read() {
        return Stream.of(
                sending(
                        "a charset that does not exist",
                        OK + "Content-Type: text/html; charset=klingon\r\n\r\nx",
                        OTHER_BODY),
                sending(
                        "a charset that cannot",
                        OK + "Content-Type: text/html; charset=\"\u00e4 ;\"\r\n\r\nx",
                        OTHER_BODY),
                sending("a body that is not UTF-8", OK + "\r\n\u00c3(\u00ff\u00fe\u00ed\u00a0\u0080", OTHER_BODY),
                talking(
                        "JSON of 100,000 brackets",
                        (connection, out) -> send(out, OK + "\r\n" + "[".repeat(100_000)),
                        new BodyTest.Json("$..a", "1"),
                        OTHER_BODY),
                talking(
                        "a body on which the pattern (x+x+)+y never ends",
                        (connection, out) -> send(out, OK + "\r\n" + "x".repeat(50_000)),
                        new BodyTest.Matches("(x+x+)+y"),
                        OTHER_BODY),
                talking(
                        "a body on which the pattern (a|b)*c goes too deep",
                        (connection, out) -> send(out, OK + "\r\n" + "ab".repeat(200_000)),
                        new BodyTest.Matches("(a|b)*c"),
                        OTHER_BODY));
    }

    private static void bomb(OutputStream out) throws IOException {
        send(out, GZIP);
        byte[] zeros = new byte[1 << 20];
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            for (int mebibyte = 0; mebibyte < 1024; mebibyte++) {
                gzip.write(zeros);
            }
        }
    }
}

package dev.tocsin.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tocsin.core.target.BodyTest;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.HttpExpectation;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.TlsTerms;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A server that means harm or is broken, and what a look must say of it.
 *
 * @param server what it does, in a few words
 * @param wants what is looked for in its body
 * @param says regular expression that the whole of "phase kind detail" fits, or {@code up}
 */
record Hostile(String server, LoopbackServer.Conduct conduct, BodyTest wants, String says) {
    /** What is in no answer, so that as much of the body is read as ever is. */
    static final BodyTest NOWHERE = new BodyTest.Contains("never there");

    static final String TOO_LATE = "HTTP http_timeout_error";
    static final String BROKEN = "HTTP http_protocol_error.*";
    static final String OTHER_BODY = "HTTP http_body.*";

    /** Reads a request and sends these characters as bytes, then closes. */
    static Hostile sending(String server, String text, String says) {
        return talking(server, (connection, out) -> send(out, text), says);
    }

    /** Reads a request, talks, and closes. */
    static Hostile talking(String server, Talk talk, String says) {
        return talking(server, talk, NOWHERE, says);
    }

    static Hostile talking(String server, Talk talk, BodyTest wants, String says) {
        return new Hostile(
                server,
                connection -> {
                    LoopbackServer.readRequest(connection);
                    talk.with(connection, connection.getOutputStream());
                    connection.close();
                },
                wants,
                says);
    }

    interface Talk {
        void with(Socket connection, OutputStream out) throws IOException, InterruptedException;
    }

    static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    /** Sends the text again and again until the look hangs up. */
    static void flood(OutputStream out, String head, String more) throws IOException {
        byte[] again = more.repeat(Math.max(1, 10_000 / more.length())).getBytes(ISO_8859_1);
        send(out, head);
        while (true) {
            out.write(again);
        }
    }

    /** Sends a byte every 50 ms until the look hangs up. */
    static void drip(OutputStream out, String head, char drop) throws IOException, InterruptedException {
        send(out, head);
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(50, TimeUnit.MILLISECONDS)) {
            send(out, String.valueOf(drop));
        }
    }

    Check.Http check(URI url) {
        return new Check.Http(
                url,
                HttpAsk.GET,
                new HttpExpectation(Check.Http.WORKING, List.of(wants), Map.of()),
                TlsTerms.STRICT,
                Route.DIRECT,
                Optional.empty());
    }

    @Override
    public String toString() {
        return server;
    }
}

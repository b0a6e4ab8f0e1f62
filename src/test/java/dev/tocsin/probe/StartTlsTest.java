package dev.tocsin.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.StartTls;
import dev.tocsin.core.target.Talk;
import dev.tocsin.core.target.TlsLibrary;
import dev.tocsin.core.target.TlsTerms;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TlsLibrary.class)
class StartTlsTest {
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final String FEATURES = "<?xml version='1.0'?><stream:stream from='localhost' version='1.0'>"
            + "<stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'><required/></starttls>"
            + "</stream:features>";

    private final Looking looking;

    StartTlsTest(TlsLibrary library) {
        looking = new Looking(library);
    }

    @AfterEach
    void close() {
        looking.close();
    }

    @ParameterizedTest
    @EnumSource(StartTls.class)
    void tlsBeginsInTheMiddleOfEachProtocol(StartTls protocol) {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            play(connection, script(protocol));
            Certificates.HEALTHY.secure(connection);
        })) {
            Finding finding = looking.look(tls(protocol, server));

            assertThat(Looking.said(finding)).isEqualTo("up");
            assertThat(finding.timings().phases()).containsKeys(Phase.TCP, Phase.STARTTLS, Phase.TLS);
            assertThat(finding.trail().certificate()).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SMTP, 220 a|EHLO [127.0.0.1]|250 a|STARTTLS|454 TLS not available, 454 TLS not available",
        "SMTP, 554 go away, 554 go away",
        "SMTP, 220 a|EHLO [127.0.0.1]|502 what?, 502 what?",
        "IMAP, * OK hello|a1 STARTTLS|a1 BAD no such thing, a1 BAD no such thing",
        "IMAP, * PREAUTH hello, * PREAUTH hello",
        "POP3, +OK|STLS|-ERR unknown, -ERR unknown",
        "XMPP, <stream:features/>, <stream:features/>",
        "XMPP, <stream:features><bind/></stream:features>, not among the features of the stream",
        "XMPP, <stream:error><host-unknown/></stream:error>, <stream:error>",
        "POSTGRES, N, answered N"
    })
    void aRefusalIsToldInTheServersWords(StartTls protocol, String script, String words) {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            play(connection, script);
            Looking.waitForEver();
        })) {
            assertThat(Looking.said(looking.look(tls(protocol, server))))
                    .isEqualTo("STARTTLS starttls_refused " + words);
        }
    }

    @Test
    void theCheckOfACertificateIsAsStrictAfterStartTls() {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            play(connection, script(StartTls.IMAP));
            Certificates.EXPIRED.secure(connection);
        })) {
            assertThat(Looking.said(looking.look(tls(StartTls.IMAP, server)))).isEqualTo("TLS ssl_expired_certificate");
        }
    }

    @Test
    void plainTextPushedInAfterConsentIsNoTls() {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            play(connection, script(StartTls.POP3) + "+OK injected\r\n");
            Looking.waitForEver();
        })) {
            assertThat(Looking.said(looking.look(tls(StartTls.POP3, server)))).startsWith("TLS ssl_protocol_error");
        }
    }

    @Test
    void aConversationGoesOnInTls() {
        try (LoopbackServer server = new LoopbackServer(connection -> {
            play(connection, script(StartTls.SMTP));
            SSLSocket secure = Certificates.HEALTHY.secure(connection);
            play(secure, "|NOOP|250 fine\r\n");
            Looking.waitForEver();
        })) {
            assertThat(Looking.said(looking.look(tcp(server, "NOOP\\r\\n", "^250 "))))
                    .isEqualTo("up");
            assertThat(Looking.said(looking.look(tcp(server, "NOOP\\r\\n", "^251 "), Duration.ofSeconds(5))))
                    .startsWith("TALK tcp_answer 250 fine");
        }
    }

    @Test
    void endlessPlainTextIsRefusedAndADrippingOneEndsWithTheDeadline() {
        try (LoopbackServer lines = new LoopbackServer(connection -> {
                    while (true) {
                        connection.getOutputStream().write("220-more\r\n".getBytes(ISO_8859_1));
                    }
                });
                LoopbackServer line = new LoopbackServer(connection -> {
                    while (true) {
                        connection.getOutputStream().write("x".repeat(1_000).getBytes(ISO_8859_1));
                    }
                });
                LoopbackServer dripping = new LoopbackServer(
                        connection -> Looking.drip(connection.getOutputStream(), new byte[] {'2'}))) {
            assertThat(Looking.said(looking.look(tls(StartTls.SMTP, lines))))
                    .isEqualTo("STARTTLS starttls_refused more than 100 lines before TLS");
            assertThat(Looking.said(looking.look(tls(StartTls.SMTP, line))))
                    .startsWith("STARTTLS starttls_refused more than 4096 bytes");
            assertThat(Looking.said(looking.look(tls(StartTls.SMTP, dripping), SHORT)))
                    .isEqualTo("STARTTLS tcp_answer no answer in time");
        }
    }

    /** What the server says and hears in turn, parted by bars. */
    private static String script(StartTls protocol) {
        return switch (protocol) {
            case SMTP -> "220-a\r\n220 b|EHLO [127.0.0.1]|250-a\r\n250-STARTTLS\r\n250 SIZE|STARTTLS|220 go\r\n";
            case IMAP -> "* OK [CAPABILITY STARTTLS] hi|a1 STARTTLS|* 1 EXISTS\r\na1 OK begin\r\n";
            case POP3 -> "+OK hi|STLS|+OK begin\r\n";
            case XMPP ->
                "|version='1.0'>|" + FEATURES
                        + "|<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>|<proceed xmlns='urn:x'></proceed>";
            case POSTGRES -> "|\0\0\0\10\4\u00d2\26/|S";
        };
    }

    private static void play(Socket connection, String script) throws IOException {
        String[] turns = script.split("\\|", -1);
        for (int i = 0; i < turns.length; i++) {
            boolean hears = i % 2 == 1;
            if (hears) {
                boolean isLine = turns[i].matches("[A-Za-z].*[^>]");
                hear(connection, turns[i] + (isLine ? "\r\n" : ""));
            } else {
                boolean isLine = turns[i].matches("(?s)[0-9+*a-].*[^\\n]");
                connection.getOutputStream().write((turns[i] + (isLine ? "\r\n" : "")).getBytes(ISO_8859_1));
            }
        }
    }

    private static void hear(Socket connection, String wanted) throws IOException {
        StringBuilder heard = new StringBuilder();
        while (heard.indexOf(wanted) < 0) {
            int read = connection.getInputStream().read();
            if (read < 0) {
                throw new IOException("heard only " + heard);
            }
            heard.append((char) read);
        }
    }

    private static Check.Tls tls(StartTls protocol, LoopbackServer server) {
        return new Check.Tls(
                "localhost", server.port(), Optional.of(protocol), TlsTerms.STRICT, Route.DIRECT, Optional.empty());
    }

    private static Check.Tcp tcp(LoopbackServer server, String send, String reply) {
        return new Check.Tcp(
                "localhost",
                server.port(),
                new Talk(Optional.of(StartTls.SMTP), Optional.of(send), Optional.of(reply)),
                TlsTerms.STRICT,
                Route.DIRECT,
                Optional.empty());
    }
}

package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.DnsExpectation;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.TlsLibrary;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.xbill.DNS.Message;

/** Name servers spelled {@code tls://} and {@code https://}. */
@ParameterizedClass
@EnumSource(TlsLibrary.class)
class EncryptedDnsTest {
    private final TlsLibrary library;

    EncryptedDnsTest(TlsLibrary library) {
        this.library = library;
    }

    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static @Nullable NameServerCertificate made;

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        made = NameServerCertificate.make(folder);
    }

    private interface Talk {
        void with(DataInputStream in, DataOutputStream out) throws IOException;
    }

    @Test
    void aServerOverTlsIsAsked() throws Exception {
        assertThat(kind("tls://127.0.0.1", EncryptedDnsTest::overTls, true)).isEqualTo("up");
        assertThat(kind("tls://localhost", EncryptedDnsTest::overTls, true)).isEqualTo("up");
    }

    @Test
    void aServerOverHttpsIsAsked() throws Exception {
        assertThat(kind("https://127.0.0.1", (in, out) -> overHttps(in, out, 200, 0), true))
                .isEqualTo("up");
        assertThat(kind("https://localhost", (in, out) -> overHttps(in, out, 200, 0), true))
                .isEqualTo("up");
    }

    @Test
    void aServerNobodyVouchesForIsNotBelieved() throws Exception {
        assertThat(kind("tls://127.0.0.1", EncryptedDnsTest::overTls, false)).isEqualTo("dns_timeout_error");
        assertThat(kind("https://127.0.0.1", (in, out) -> overHttps(in, out, 200, 0), false))
                .isEqualTo("dns_timeout_error");
    }

    @Test
    void errorsAndAnswersThatAreTooLongAreFailures() throws Exception {
        assertThat(kind("https://127.0.0.1", (in, out) -> overHttps(in, out, 503, 0), true))
                .isEqualTo("dns_servfail_error");
        assertThat(kind("https://127.0.0.1", (in, out) -> overHttps(in, out, 200, 70_000), true))
                .isEqualTo("dns_servfail_error");
        assertThat(kind("tls://127.0.0.1", (in, out) -> out.write(new byte[] {0, 4, 1, 2, 3, 4}), true))
                .isEqualTo("dns_servfail_error");
        assertThat(kind("tls://127.0.0.1", (in, out) -> out.write(new byte[] {0, 40, 1}), true))
                .isEqualTo("dns_timeout_error");
    }

    private static void overTls(DataInputStream in, DataOutputStream out) throws IOException {
        byte[] query = new byte[in.readUnsignedShort()];
        in.readFully(query);
        byte[] answer = answer(query);
        out.writeShort(answer.length);
        out.write(answer);
    }

    private static void overHttps(DataInputStream in, DataOutputStream out, int status, int padding)
            throws IOException {
        String head = head(in);
        int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:") + 15;
        byte[] query = new byte
                [Integer.parseInt(head.substring(at, head.indexOf('\r', at)).strip())];
        in.readFully(query);
        byte[] answer = answer(query);
        String status200 = "HTTP/1.1 " + status + " X\r\nContent-Type: application/dns-message\r\nContent-Length: "
                + (answer.length + padding) + "\r\n\r\n";
        out.write(status200.getBytes(StandardCharsets.US_ASCII));
        out.write(answer);
        out.write(new byte[padding]);
    }

    private static String head(DataInputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readUnsignedByte());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static byte[] answer(byte[] query) throws IOException {
        return LoopbackNameServer.answer(new Message(query), "example.org. A 192.0.2.1")
                .toWire();
    }

    private String kind(String server, Talk talk, boolean trusted) throws Exception {
        NameServerCertificate certificate = java.util.Objects.requireNonNull(made);
        try (ServerSocket socket = certificate
                        .context()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
                SocketProber prober = Probers.trusting(trusted ? certificate.authorities() : null, library)) {
            Thread.ofVirtual().start(() -> serve(socket, talk));
            NameServer named =
                    NameServer.parse(server + ":" + socket.getLocalPort()).orElseThrow();
            Route route = new Route(AddressOrder.IPV4_FIRST, Optional.of(named), Optional.empty());
            return kind(prober.look(
                    new Check.Dns("example.org", "A", DnsExpectation.ANY, route, Optional.empty()),
                    Reach.ANYWHERE,
                    TIMEOUT));
        }
    }

    private static void serve(ServerSocket socket, Talk talk) {
        try (Socket connection = socket.accept()) {
            talk.with(
                    new DataInputStream(connection.getInputStream()),
                    new DataOutputStream(connection.getOutputStream()));
        } catch (IOException over) {
            // The look ended.
        }
    }

    private static String kind(Finding finding) {
        return switch (finding.outcome()) {
            case Outcome.Up _ -> "up";
            case Outcome.Down(var failure) -> failure.kind().code();
            case Outcome.Degraded(var flaw) -> flaw.kind().code();
            case Outcome.Unjudged(var reason, String detail) -> reason + " " + detail;
        };
    }
}

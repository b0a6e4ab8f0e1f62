package dev.tocsin.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.BodyTest;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.DnsExpectation;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.HttpExpectation;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.Secret;
import dev.tocsin.core.target.StartTls;
import dev.tocsin.core.target.StatusRange;
import dev.tocsin.core.target.Talk;
import dev.tocsin.core.target.TlsTerms;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every option of every kind of check is read into its place. */
class TargetOptionsTest {
    private static final Route ROUTE = new Route(
            AddressOrder.IPV6_FIRST,
            NameServer.parse("tls://dns.example"),
            Optional.of(URI.create("http://proxy.example:3128")));
    private static final Route PROXYLESS = new Route(ROUTE.order(), ROUTE.resolver(), Optional.empty());
    private static final String REACHED =
            "\"addresses\": \"6,4\", \"resolver\": \"tls://dns.example\", \"slow\": \"2s\"";
    private static final Optional<Duration> SLOW = Optional.of(Duration.ofSeconds(2));
    private static final String PASSWORD = "a-long-password";

    @TempDir
    Path folder;

    @Test
    void aUrl() throws IOException, GeneralSecurityException {
        keyFile(PASSWORD);
        Check check = check("""
                {"id": "x", "url": "https://x.example/", "method": "POST", "body": "a\\nb",
                 "headers": {"X-Plain": "1", "X-Secret": "${THERE}"},
                 "login": {"user": "ana", "password": "${THERE}"}, "redirects": 0, "http": "any",
                 "expect": [200, "301-302"], "contains": ["a", "b"], "lacks": "c", "matches": "d+",
                 "json": {"$.status": "up", "$.count": 3, "$.fine": true}, "expectHeaders": {"Server": "^nginx"},
                 "verify": false, "leastTls": "1.3", "alpn": "h2", "leastDays": 14, "warnDays": [1, 30, 7],
                 "clientCertificate": {"file": "client.p12", "password": "${THERE}"},
                 "proxy": "http://proxy.example:3128", %s}
                """.formatted(REACHED).replace("[200, ", "[\"200\", "));

        assertThat(check)
                .isEqualTo(new Check.Http(
                        URI.create("https://x.example/"),
                        new HttpAsk(
                                "POST",
                                Map.of("X-Plain", new Secret("1"), "X-Secret", new Secret(PASSWORD)),
                                Optional.of("a\nb"),
                                Optional.of(new HttpAsk.Login.Basic("ana", new Secret(PASSWORD))),
                                0,
                                HttpAsk.Version.ANY),
                        new HttpExpectation(
                                List.of(new StatusRange(200, 200), new StatusRange(301, 302)),
                                List.of(
                                        new BodyTest.Contains("a"),
                                        new BodyTest.Contains("b"),
                                        new BodyTest.Lacks("c"),
                                        new BodyTest.Matches("d+"),
                                        new BodyTest.Json("$.status", "up"),
                                        new BodyTest.Json("$.count", "3"),
                                        new BodyTest.Json("$.fine", "true")),
                                Map.of("Server", "^nginx")),
                        new TlsTerms(
                                TlsTerms.Verification.NONE,
                                Optional.of("TLSv1.3"),
                                Optional.of("h2"),
                                14,
                                List.of(30, 7, 1),
                                Optional.of(new TlsTerms.ClientCertificate(
                                        folder.resolve("client.p12")
                                                .toAbsolutePath()
                                                .toString(),
                                        new Secret(PASSWORD)))),
                        ROUTE,
                        SLOW));
    }

    @Test
    void aBearerLogin() throws IOException {
        Check.Http http = (Check.Http)
                check("{\"id\": \"x\", \"url\": \"https://x.example/\", \"login\": {\"bearer\": \"${THERE}\"}}");

        assertThat(http.ask().login()).contains(new HttpAsk.Login.Bearer(new Secret(PASSWORD)));
        assertThat(http.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void aTcpConnection() throws IOException {
        assertThat(check(
                        "{\"id\": \"x\", \"tcp\": \"[2001:db8::1]:25\", \"startTls\": \"smtp\", \"send\": \"EHLO\\\\r\\\\n\","
                                + " \"reply\": \"^250\", \"leastDays\": 7, " + REACHED + "}"))
                .isEqualTo(new Check.Tcp(
                        "2001:db8::1",
                        25,
                        new Talk(Optional.of(StartTls.SMTP), Optional.of("EHLO\\r\\n"), Optional.of("^250")),
                        leastDays(7),
                        PROXYLESS,
                        SLOW));
    }

    @Test
    void aTlsHandshake() throws IOException {
        assertThat(check("{\"id\": \"x\", \"tls\": \"x.example:5432\", \"startTls\": \"postgres\", \"leastDays\": 9, "
                        + REACHED + "}"))
                .isEqualTo(new Check.Tls(
                        "x.example", 5432, Optional.of(StartTls.POSTGRES), leastDays(9), PROXYLESS, SLOW));
    }

    @Test
    void aQuestionToANameServer() throws IOException {
        assertThat(check("{\"id\": \"x\", \"dns\": \"x.example\", \"type\": \"mx\", \"rcode\": \"NXDOMAIN\","
                        + " \"contains\": \"mail\", \"matches\": \"^10\", " + REACHED + "}"))
                .isEqualTo(new Check.Dns(
                        "x.example",
                        "MX",
                        new DnsExpectation("NXDOMAIN", Optional.of("mail"), Optional.of("^10")),
                        PROXYLESS,
                        SLOW));
    }

    @Test
    void echoes() throws IOException {
        assertThat(check("{\"id\": \"x\", \"icmp\": \"[2001:db8::7]\", \"count\": 5, \"mostLost\": 20, " + REACHED
                        + "}"))
                .isEqualTo(new Check.Icmp("2001:db8::7", 5, 20, PROXYLESS, SLOW));
    }

    @Test
    void aHeartbeat() throws IOException {
        String beat = "{\"id\": \"%s\", \"heartbeat\": \"0123456789abcdef\", \"within\": \"26h\"}";

        assertThat(check(beat.formatted("x")))
                .isEqualTo(new Check.Heartbeat(new Secret("0123456789abcdef"), Duration.ofHours(26)));
        assertThat(read("{\"targets\": [" + beat.formatted("x") + "," + beat.formatted("y") + "]}")
                        .toString())
                .contains("targets[1].heartbeat: another target has this token")
                .doesNotContain("0123456789abcdef");
    }

    @Test
    void aTargetAsksItsOwnResolverElseItsNetworksElseTheDefault() throws IOException {
        Settings settings = good("""
                {"defaults": {"resolver": "9.9.9.9"},
                 "networks": [{"id": "gov", "resolver": "1.1.1.1"}, {"id": "lan", "resolver": "system"}, {"id": "other"}],
                 "controls": [{"name": "c", "dns": "c.example", "type": "NS"}, {"name": "d", "icmp": "d.example"}],
                 "targets": [{"id": "a", "tcp": "a:1", "network": "gov", "resolver": "8.8.8.8"},
                             {"id": "b", "tcp": "b:1", "network": "gov", "resolver": "system"},
                             {"id": "c", "tcp": "c:1", "network": "gov"},
                             {"id": "d", "tcp": "d:1", "network": "lan"},
                             {"id": "e", "tcp": "e:1", "network": "other"},
                             {"id": "f", "tcp": "f:1"}]}
                """);

        assertThat(settings.targets())
                .extracting(target ->
                        target.check().route().resolver().map(NameServer::host).orElse("system"))
                .containsExactly("8.8.8.8", "system", "1.1.1.1", "system", "9.9.9.9", "9.9.9.9");
        assertThat(settings.controls())
                .extracting(control ->
                        control.check().kind() + " " + control.check().address())
                .containsExactly("dns c.example NS", "icmp d.example");
        assertThat(settings.controls().getFirst().check().route().resolver()).isEqualTo(NameServer.parse("9.9.9.9"));
    }

    @Test
    void aCertificateThatThePasswordDoesNotOpenOrThatHoldsNoKeyIsAProblem()
            throws IOException, GeneralSecurityException {
        String target = "{\"targets\": [{\"id\": \"x\", \"tls\": \"x:1\", \"clientCertificate\":"
                + " {\"file\": \"client.p12\", \"password\": \"${THERE}\"}}]}";
        keyFile("another-password");
        assertThat(read(target).toString()).contains("targets[0].clientCertificate.file: cannot be opened");

        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        write(empty, PASSWORD);
        assertThat(read(target).toString()).contains("targets[0].clientCertificate.file: holds no key");
    }

    private static TlsTerms leastDays(int days) {
        return new TlsTerms(
                TlsTerms.Verification.FULL,
                Optional.empty(),
                Optional.empty(),
                days,
                TlsTerms.STRICT.warnAt(),
                Optional.empty());
    }

    private void keyFile(String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setEntry(
                "key",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                new KeyStore.PasswordProtection(password.toCharArray()));
        write(store, password);
    }

    private void write(KeyStore store, String password) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("client.p12"))) {
            store.store(out, password.toCharArray());
        }
    }

    private Check check(String target) throws IOException {
        return good("{\"targets\": [" + target + "]}").targets().getFirst().check();
    }

    private Settings good(String text) throws IOException {
        ConfigReading reading = read(text);
        assertThat(reading).isInstanceOf(ConfigReading.Good.class);
        return ((ConfigReading.Good) reading).settings();
    }

    private ConfigReading read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bot-config.json"), text);
        return new ConfigReader(name -> name.equals("THERE") ? Optional.of(PASSWORD) : Optional.empty()).read(file);
    }
}

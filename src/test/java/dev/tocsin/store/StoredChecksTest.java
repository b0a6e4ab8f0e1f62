package dev.tocsin.store;

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
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TlsTerms;
import dev.tocsin.sample.Samples;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks of chat's targets in the store: every alternative, and those that an older program wrote. */
class StoredChecksTest {
    private static final TlsTerms TERMS = new TlsTerms(
            TlsTerms.Verification.NONE,
            Optional.of("TLSv1.3"),
            Optional.of("h2"),
            14,
            List.of(30, 7),
            Optional.of(new TlsTerms.ClientCertificate("/keys/a.p12", new Secret("opens"))));
    private static final Route ROUTE = new Route(
            AddressOrder.IPV6_ONLY,
            NameServer.parse("https://dns.example/q"),
            Optional.of(URI.create("http://proxy.example:3128")));
    private static final Optional<Duration> SLOW = Optional.of(Duration.ofMillis(1500));

    @TempDir
    Path folder;

    static Stream<Check> checks() {
        return Stream.of(
                http(Optional.of(new HttpAsk.Login.Basic("ana", new Secret("hidden")))),
                http(Optional.of(new HttpAsk.Login.Bearer(new Secret("token")))),
                http(Optional.empty()),
                new Check.Tcp(
                        "a.example",
                        25,
                        new Talk(Optional.of(StartTls.SMTP), Optional.of("x\\r\\n"), Optional.of("^250")),
                        TERMS,
                        ROUTE,
                        SLOW),
                new Check.Tls("a.example", 443, Optional.empty(), TERMS, Route.DIRECT, Optional.empty()),
                new Check.Dns(
                        "a.example",
                        "MX",
                        new DnsExpectation("NXDOMAIN", Optional.of("a"), Optional.of("b")),
                        ROUTE,
                        SLOW),
                new Check.Icmp("a.example", 5, 20, ROUTE, SLOW),
                new Check.Heartbeat(new Secret("0123456789abcdef"), Duration.ofHours(26)));
    }

    @ParameterizedTest
    @MethodSource("checks")
    void everyKindIsReadAsItWasWritten(Check check) {
        Json json = new Json();

        assertThat(json.read(Check.class, json.write(Check.class, check))).isEqualTo(check);
    }

    @Test
    void whatAnOlderProgramWroteStillMeansTheSame() throws SQLException {
        Path file = folder.resolve("tocsin.db");
        String url = "jdbc:sqlite:" + file;
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:db/migration/sqlite")
                .target("1")
                .load()
                .migrate();
        insert(
                url,
                "a",
                "{\"is\":\"Http\",\"url\":\"https://a.example/\",\"expect\":[{\"first\":200,\"last\":204},"
                        + "{\"first\":301,\"last\":301}],\"bodyContains\":\"open \\\"now\\\"\"}");
        insert(
                url,
                "b",
                "{\"is\":\"Http\",\"url\":\"http://b.example/\",\"expect\":[{\"first\":200,\"last\":399}],"
                        + "\"bodyContains\":null}");
        insert(url, "c", "{\"is\":\"Tcp\",\"host\":\"c.example\",\"port\":443}");

        List<Target> targets;
        try (SqliteStore store = SqliteStore.open(file)) {
            targets = store.ledger().load().targets();
        }

        assertThat(targets).extracting(target -> target.id().value()).containsExactly("a", "b", "c");
        Check.Http first = (Check.Http) targets.getFirst().check();
        assertThat(first.expectation().status()).containsExactly(new StatusRange(200, 204), new StatusRange(301, 301));
        assertThat(first.expectation().body()).containsExactly(new BodyTest.Contains("open \"now\""));
        assertThat(first.tls()).isEqualTo(TlsTerms.STRICT);
        assertThat(first.route()).isEqualTo(Route.DIRECT);
        assertThat(((Check.Http) targets.get(1).check()).expectation().body()).isEmpty();
        assertThat(targets.getLast().check()).isEqualTo(new Check.Tcp("c.example", 443));
    }

    private static Check http(Optional<HttpAsk.Login> login) {
        return new Check.Http(
                URI.create("https://a.example/"),
                new HttpAsk(
                        "POST",
                        Map.of("X-Key", new Secret("k")),
                        Optional.of("body"),
                        login,
                        0,
                        HttpAsk.Version.HTTP_2),
                new HttpExpectation(
                        List.of(new StatusRange(200, 299)),
                        List.of(
                                new BodyTest.Contains("a"),
                                new BodyTest.Lacks("b"),
                                new BodyTest.Matches("c+"),
                                new BodyTest.Json("$.d", "e")),
                        Map.of("Server", "nginx")),
                TERMS,
                ROUTE,
                SLOW);
    }

    private static void insert(String url, String id, String check) throws SQLException {
        Json json = new Json();
        String body = json.write(Target.class, Samples.target(id));
        String now = json.write(Check.class, Samples.target(id).check());
        assertThat(body).contains(now);
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement row = connection.prepareStatement(
                        "insert into chat_target (target, by, at, body) values (?, 'ana', 0, ?)")) {
            row.setString(1, id);
            row.setString(2, body.replace(now, check));
            row.executeUpdate();
        }
    }
}

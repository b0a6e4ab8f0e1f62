package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.HttpExpectation;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.TlsLibrary;
import dev.tocsin.core.target.TlsTerms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The last gate. Where a test needs a server that may be looked at, 127.0.0.1 alone is open and stands for it. */
class GuardTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Route ROUTE = new Route(AddressOrder.IPV4_ONLY, Optional.empty(), Optional.empty());
    private static final AddressPolicy ONE_OPEN =
            new AddressPolicy(List.of(AddressRange.parse("127.0.0.1").orElseThrow()), Set.of());
    private static final String PUBLIC_ADDRESS = "198.41.0.4";

    private final TlsSessions sessions = new TlsSessions(TlsProvider.of(TlsLibrary.SYSTEM), null);
    private final HttpClients clients = new HttpClients(sessions);
    private final Reaper reaper = new Reaper();

    /** A listener that nobody may reach. The kernel completes a connection before anybody accepts it. */
    private record Bystander(ServerSocketChannel listening) implements AutoCloseable {
        static Bystander at(String address, int port) {
            try {
                ServerSocketChannel channel =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.ofLiteral(address), port));
                channel.configureBlocking(false);
                return new Bystander(channel);
            } catch (IOException taken) {
                throw new UncheckedIOException(taken);
            }
        }

        int port() {
            return listening.socket().getLocalPort();
        }

        boolean wasReached() {
            try (SocketChannel caller = listening.accept()) {
                return caller != null;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() throws IOException {
            listening.close();
        }
    }

    @AfterEach
    void close() {
        clients.close();
        reaper.close();
    }

    @Test
    void theBystanderKnowsWhenItIsReached() throws IOException {
        try (Bystander bystander = Bystander.at("127.0.0.1", 0);
                Socket caller = new GuardedSockets(guard(ONE_OPEN), new Intake(1 << 20)).createSocket()) {
            assertThat(bystander.wasReached()).isFalse();
            caller.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), bystander.port()), 1000);

            assertThat(bystander.wasReached()).isTrue();
        }
    }

    @Test
    void aNameThatIsReboundToLoopbackIsRefusedWhenItIsResolvedAgain() throws IOException {
        try (FickleNameServer server = new FickleNameServer(PUBLIC_ADDRESS, "127.0.0.1");
                Bystander bystander = Bystander.at("127.0.0.1", 0)) {
            Names names = names(server);
            assertThat(names.addresses("rebound.example", ROUTE, course(AddressPolicy.PUBLIC)))
                    .containsExactly(InetAddress.ofLiteral(PUBLIC_ADDRESS));

            Outcome outcome = look(names, "http://rebound.example:" + bystander.port() + "/", AddressPolicy.PUBLIC);

            assertThat(failure(outcome).kind()).isEqualTo(FailureKind.DNS_BOGON);
            assertThat(failure(outcome).detail()).contains("127.0.0.1", "loopback");
            assertThat(bystander.wasReached()).isFalse();
            assertThat(server.asked()).isEqualTo(2);
        }
    }

    @Test
    void aLookConnectsToTheAddressItJudgedAndAsksForNoOther() {
        try (FickleNameServer server = new FickleNameServer("127.0.0.1", "127.0.0.2");
                LoopbackServer open = LoopbackServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
            Outcome outcome = look(names(server), "http://rebound.example:" + open.port() + "/", ONE_OPEN);

            assertThat(outcome).isEqualTo(new Outcome.Up());
            assertThat(server.asked()).isEqualTo(1);
        }
    }

    @Test
    void aNameThatIsReboundBetweenARedirectAndItsTargetIsRefused() throws IOException {
        try (FickleNameServer server = new FickleNameServer("127.0.0.1", "127.0.0.2");
                LoopbackServer open = LoopbackServer.answering(redirect("/again"));
                Bystander bystander = Bystander.at("127.0.0.2", open.port())) {
            Outcome outcome = look(names(server), "http://rebound.example:" + open.port() + "/", ONE_OPEN);

            assertThat(failure(outcome).kind()).isEqualTo(FailureKind.DNS_BOGON);
            assertThat(failure(outcome).detail()).contains("127.0.0.2");
            assertThat(bystander.wasReached()).isFalse();
        }
    }

    @Test
    void ofSeveralAddressesOnlyTheOpenOnesAreUsed() throws IOException {
        try (FickleNameServer server =
                new FickleNameServer("10.1.2.3 127.0.0.2 " + PUBLIC_ADDRESS + " 169.254.169.254")) {
            assertThat(names(server).addresses("mixed.example", ROUTE, course(AddressPolicy.PUBLIC)))
                    .containsExactly(InetAddress.ofLiteral(PUBLIC_ADDRESS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.2", "[::ffff:127.0.0.2]", "[::ffff:7f00:2]", "0x7f.0.0.2", "2130706434", "127.0.2"})
    void aRedirectToARefusedAddressFailsWithoutAConnection(String host) throws IOException {
        try (FickleNameServer server = new FickleNameServer("127.0.0.2");
                Bystander bystander = Bystander.at("127.0.0.2", 0);
                LoopbackServer open =
                        LoopbackServer.answering(redirect("http://" + host + ":" + bystander.port() + "/"))) {
            Outcome outcome = look(names(server), open.url(), ONE_OPEN);

            assertThat(failure(outcome).kind()).isEqualTo(FailureKind.HTTP_REDIRECT);
            assertThat(failure(outcome).detail()).contains("127.0.0.2", "loopback");
            assertThat(bystander.wasReached()).isFalse();
        }
    }

    @Test
    void aRedirectToABlockedPortFails() {
        try (FickleNameServer server = new FickleNameServer("127.0.0.1");
                LoopbackServer open = LoopbackServer.answering(redirect("http://127.0.0.1:6667/"))) {
            Failure failure = failure(look(names(server), open.url(), ONE_OPEN));

            assertThat(failure.kind()).isEqualTo(FailureKind.HTTP_REDIRECT);
            assertThat(failure.detail()).contains("6667");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.2/", "http://[::1]/", "http://2130706433/", "http://127.0.0.1:25/"})
    void aFirstRequestToWhereLooksMayNotGoIsNoOutage(String url) {
        try (FickleNameServer server = new FickleNameServer("127.0.0.2")) {
            assertThat(look(names(server), url, ONE_OPEN))
                    .isInstanceOfSatisfying(
                            Outcome.Unjudged.class,
                            unjudged -> assertThat(unjudged.reason()).isEqualTo(Outcome.Reason.NOT_ALLOWED));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.2, 8080, loopback",
        "10.0.0.1, 443, private",
        "169.254.169.254, 80, metadata",
        "::1, 80, loopback",
        "64:ff9b::8.8.8.8, 80, NAT64",
        "127.0.0.1, 22, port 22",
        "8.8.8.8, 6000, port 6000"
    })
    void aGuardedSocketConnectsToNoRefusedAddressOrPort(String address, int port, String why) throws IOException {
        InetSocketAddress to = new InetSocketAddress(InetAddress.ofLiteral(address), port);
        try (Socket socket = new GuardedSockets(guard(ONE_OPEN), new Intake(1 << 20)).createSocket()) {
            assertThatThrownBy(() -> socket.connect(to, 1000))
                    .isInstanceOf(Guard.Forbidden.class)
                    .hasMessageContaining(why);
            assertThatThrownBy(() -> socket.connect(to)).isInstanceOf(Guard.Forbidden.class);
            assertThat(socket.isConnected()).isFalse();
        }
    }

    @Test
    void aGuardedSocketResolvesNoNames() throws IOException {
        try (Socket socket = new GuardedSockets(guard(ONE_OPEN), new Intake(1 << 20)).createSocket()) {
            assertThatThrownBy(() -> socket.connect(InetSocketAddress.createUnresolved("localhost", 8080), 1000))
                    .isInstanceOf(Guard.Forbidden.class)
                    .hasMessageContaining("by address");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.1.2.3", "inner.example"})
    void anOpenProxyIsNotAskedForWhatIsRefused(String host) throws IOException {
        try (FickleNameServer server = new FickleNameServer("10.1.2.3");
                Bystander proxy = Bystander.at("127.0.0.1", 0)) {
            Route route = new Route(
                    AddressOrder.IPV4_ONLY,
                    Optional.empty(),
                    Optional.of(URI.create("http://127.0.0.1:" + proxy.port())));

            Outcome outcome = look(names(server), "http://" + host + "/", ONE_OPEN, route);

            assertThat(outcome.toString()).contains("10.1.2.3", "private");
            assertThat(proxy.wasReached()).isFalse();
        }
    }

    @Test
    void theFilesOwnTargetsMayGoAnywhere() throws IOException {
        Guard guard = new Guard(AddressPolicy.PUBLIC, Reach.ANYWHERE);
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.2");

        guard.admit(loopback, 22);
        guard.admit("localhost", 25);
        assertThat(guard.sift("localhost", List.of(loopback))).containsExactly(loopback);
    }

    private Names names(FickleNameServer server) {
        return new Names(
                new DnsExchange(new SystemServers(() -> List.of(server.address())), sessions, clients, reaper));
    }

    private Outcome look(Names names, String url, AddressPolicy policy) {
        return look(names, url, policy, ROUTE);
    }

    private Outcome look(Names names, String url, AddressPolicy policy, Route route) {
        HttpAsk ask = HttpAsk.GET;
        HttpExpectation expectation = new HttpExpectation(Check.Http.WORKING, List.of(), Map.of());
        Check.Http check = new Check.Http(URI.create(url), ask, expectation, TlsTerms.STRICT, route, Optional.empty());
        return new HttpLook(names, clients, "Tocsin/test").look(check, course(policy));
    }

    private static Course course(AddressPolicy policy) {
        return new Course(System::nanoTime, TIMEOUT, guard(policy));
    }

    private static Guard guard(AddressPolicy policy) {
        return new Guard(policy, Reach.PUBLIC);
    }

    private static String redirect(String to) {
        return "HTTP/1.1 302 Found\r\nLocation: " + to + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static Failure failure(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Down.class);
        return ((Outcome.Down) outcome).failure();
    }
}

package dev.tocsin.probe;

import static dev.tocsin.probe.LoopbackNameServer.answer;
import static dev.tocsin.probe.LoopbackNameServer.asksFor;
import static dev.tocsin.probe.LoopbackNameServer.empty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
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
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

class NamesTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(4);
    private static final String FOUR = "example.org. A 192.0.2.4";
    private static final String SIX = "example.org. AAAA 2001:db8::6";

    private final TlsSessions tls = new TlsSessions(TlsProvider.of(TlsLibrary.SYSTEM), null);
    private final HttpClients clients = new HttpClients(tls);
    private final Reaper reaper = new Reaper();
    private final Names names = new Names(new DnsExchange(tls, clients, reaper));

    @AfterEach
    void close() {
        clients.close();
        reaper.close();
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4_FIRST, 192.0.2.4 2001:db8:0:0:0:0:0:6",
        "IPV6_FIRST, 2001:db8:0:0:0:0:0:6 192.0.2.4",
        "IPV4_ONLY, 192.0.2.4",
        "IPV6_ONLY, 2001:db8:0:0:0:0:0:6",
    })
    void theRouteSaysWhichAddressesComeFirst(AddressOrder order, String expected) throws IOException {
        try (LoopbackNameServer server = LoopbackNameServer.holding(FOUR, SIX)) {
            assertThat(resolve(server, order)).isEqualTo(expected);
        }
    }

    @Test
    void nothingIsRememberedAndNoSearchDomainIsAdded() throws IOException {
        try (LoopbackNameServer server = LoopbackNameServer.holding("www. A 192.0.2.4")) {
            for (int i = 0; i < 3; i++) {
                assertThat(names.addresses("www", server.route(AddressOrder.IPV4_ONLY), course(Guard.OPEN)))
                        .hasSize(1);
            }
            assertThat(server.asked()).containsExactly("UDP www. A", "UDP www. A", "UDP www. A");
        }
    }

    @ParameterizedTest
    @CsvSource({"IPV4_FIRST, A", "IPV6_FIRST, A", "IPV4_FIRST, AAAA", "IPV6_FIRST, AAAA"})
    void aFamilyThatIsNeverAnsweredDoesNotHoldTheOtherUp(AddressOrder order, String silent) throws IOException {
        try (LoopbackNameServer server = LoopbackNameServer.of(query ->
                asksFor(query, Type.value(silent)) ? Optional.empty() : Optional.of(answer(query, FOUR, SIX)))) {
            long began = System.nanoTime();

            assertThat(resolve(server, order)).isEqualTo(silent.equals("A") ? "2001:db8:0:0:0:0:0:6" : "192.0.2.4");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(TIMEOUT.dividedBy(2));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "IPV4_FIRST, NXDOMAIN, SERVFAIL, DNS_NXDOMAIN",
        "IPV4_FIRST, SERVFAIL, NXDOMAIN, DNS_SERVFAIL",
        "IPV6_FIRST, SERVFAIL, NXDOMAIN, DNS_NXDOMAIN",
        "IPV4_FIRST, NOERROR, SERVFAIL, DNS_SERVFAIL",
        "IPV4_FIRST, REFUSED, REFUSED, DNS_REFUSED",
        "IPV4_FIRST, NOTIMP, NOTIMP, DNS_SERVFAIL",
        "IPV4_FIRST, NOERROR, NOERROR, DNS_NO_ANSWER",
        "IPV6_ONLY, NXDOMAIN, NOERROR, DNS_NO_ANSWER",
    })
    void whereNeitherFamilyHasAddressesThePreferredOneSaysWhy(
            AddressOrder order, String four, String six, FailureKind kind) {
        try (LoopbackNameServer server = LoopbackNameServer.of(query ->
                Optional.of(empty(query, Rcode.value(asksFor(query, Type.A) ? four : six))))) {
            assertThat(failure(server, order)).isEqualTo(kind);
        }
    }

    @Test
    void oneFamilysFailureDoesNotHideTheOthersAddresses() throws IOException {
        try (LoopbackNameServer server = LoopbackNameServer.of(
                query -> Optional.of(asksFor(query, Type.A) ? empty(query, Rcode.SERVFAIL) : answer(query, SIX)))) {
            assertThat(resolve(server, AddressOrder.IPV4_FIRST)).isEqualTo("2001:db8:0:0:0:0:0:6");
            assertThat(failure(server, AddressOrder.IPV4_ONLY)).isEqualTo(FailureKind.DNS_SERVFAIL);
        }
    }

    @Test
    void silenceIsATimeout() {
        try (LoopbackNameServer server = LoopbackNameServer.of(query -> Optional.empty())) {
            Course brief = new Course(System::nanoTime, Duration.ofMillis(200), Guard.OPEN);
            NameFailure silence = catchThrowableOfType(
                    NameFailure.class,
                    () -> names.addresses("example.org", server.route(AddressOrder.IPV4_FIRST), brief));

            assertThat(silence.kind()).isEqualTo(FailureKind.DNS_TIMEOUT);
        }
    }

    @Test
    void aliasesAreFollowedAndStrangersRecordsAreNot() throws IOException {
        try (LoopbackNameServer server = LoopbackNameServer.holding(
                "example.org. CNAME a.example.net.", "a.example.net. A 192.0.2.9", "bank.example. A 192.0.2.66")) {
            assertThat(resolve(server, AddressOrder.IPV4_ONLY)).isEqualTo("192.0.2.9");
        }
    }

    @Test
    void theHostsFileAndLocalhostNeedNoServer() throws IOException {
        Route six = new Route(AddressOrder.IPV6_ONLY, Optional.empty(), Optional.empty());

        assertThat(names.addresses("x.localhost", Route.DIRECT, course(Guard.OPEN)))
                .containsExactly(InetAddress.ofLiteral("127.0.0.1"));
        assertThat(names.addresses("x.localhost", six, course(Guard.OPEN)))
                .containsExactly(InetAddress.ofLiteral("::1"));
    }

    @Test
    void addressesThatAreNotPublicAreSiftedOutOrRefused() throws IOException {
        AddressPolicy policy =
                new AddressPolicy(List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()), Set.of());
        Guard guard = new Guard(policy, Reach.PUBLIC);
        try (LoopbackNameServer inner = LoopbackNameServer.holding("example.org. A 10.0.0.1", "example.org. AAAA ::1");
                LoopbackNameServer both =
                        LoopbackNameServer.holding("example.org. A 10.0.0.1", "example.org. A 9.9.9.9")) {
            Route route = inner.route(AddressOrder.IPV4_FIRST);
            NameFailure bogon =
                    catchThrowableOfType(NameFailure.class, () -> names.addresses("example.org", route, course(guard)));

            assertThat(bogon.kind()).isEqualTo(FailureKind.DNS_BOGON);
            assertThat(names.addresses("example.org", both.route(AddressOrder.IPV4_FIRST), course(guard)))
                    .containsExactly(InetAddress.ofLiteral("9.9.9.9"));
            assertThat(catchThrowableOfType(
                            Guard.Forbidden.class,
                            () -> names.addresses(
                                    "example.org", route, course(new Guard(AddressPolicy.PUBLIC, Reach.PUBLIC)))))
                    .hasMessageContaining("127.0.0.1");
        }
    }

    @Test
    void anHttpLookUsesTheNameServerOfItsRoute() {
        try (SocketProber prober = Probers.open();
                LoopbackServer web = LoopbackServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                LoopbackNameServer here = LoopbackNameServer.holding("example.org. A 127.0.0.1");
                LoopbackNameServer nowhere =
                        LoopbackNameServer.of(query -> Optional.of(empty(query, Rcode.NXDOMAIN)))) {
            URI url = URI.create("http://example.org:" + web.port() + "/");
            Finding found = prober.look(http(url, here), Reach.ANYWHERE, TIMEOUT);
            Finding lost = prober.look(http(url, nowhere), Reach.ANYWHERE, TIMEOUT);

            assertThat(found.outcome()).isEqualTo(new Outcome.Up());
            assertThat(found.address()).contains("127.0.0.1");
            assertThat(((Outcome.Down) lost.outcome()).failure().kind()).isEqualTo(FailureKind.DNS_NXDOMAIN);
        }
    }

    private static Check.Http http(URI url, LoopbackNameServer server) {
        return new Check.Http(
                url,
                HttpAsk.GET,
                new HttpExpectation(Check.Http.WORKING, List.of(), Map.of()),
                TlsTerms.STRICT,
                server.route(AddressOrder.IPV4_FIRST),
                Optional.empty());
    }

    private String resolve(LoopbackNameServer server, AddressOrder order) throws IOException {
        return String.join(
                " ",
                names.addresses("example.org", server.route(order), course(Guard.OPEN)).stream()
                        .map(InetAddress::getHostAddress)
                        .toList());
    }

    private FailureKind failure(LoopbackNameServer server, AddressOrder order) {
        return catchThrowableOfType(NameFailure.class, () -> resolve(server, order))
                .kind();
    }

    private static Course course(Guard guard) {
        return new Course(System::nanoTime, TIMEOUT, guard);
    }
}

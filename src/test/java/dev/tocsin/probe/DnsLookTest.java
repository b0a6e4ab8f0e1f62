package dev.tocsin.probe;

import static dev.tocsin.probe.LoopbackNameServer.answer;
import static dev.tocsin.probe.LoopbackNameServer.empty;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.DnsExpectation;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Route;
import dev.tocsin.engine.Timepiece;
import dev.tocsin.probe.LoopbackNameServer.Over;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;

class DnsLookTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private final SocketProber prober = Probers.open();

    @AfterEach
    void close() {
        prober.close();
    }

    @Test
    void anAnswerIsUpWithItsRecordsAndTheServersAddress() {
        try (LoopbackNameServer server =
                LoopbackNameServer.holding("www.example.org. A 192.0.2.7", "www.example.org. A 192.0.2.8")) {
            Finding finding = look(server, "www.example.org", "a", DnsExpectation.ANY);

            assertThat(finding.outcome()).isEqualTo(new Outcome.Up());
            assertThat(finding.trail().remarks())
                    .containsExactly("www.example.org 300 A 192.0.2.7", "www.example.org 300 A 192.0.2.8");
            assertThat(finding.address()).contains("127.0.0.1");
            assertThat(finding.timings().phases()).containsOnlyKeys(Phase.DNS);
            assertThat(finding.trail().expectations())
                    .extracting(Expectation::found)
                    .containsExactly("NOERROR", "2");
            assertThat(server.asked()).containsExactly("UDP www.example.org. A");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AAAA  | 2001:db8::5                     | 2001:db8:0:0:0:0:0:5",
                "MX    | 10 mail.example.org.            | 10 mail.example.org.",
                "NS    | ns1.example.net.                | ns1.example",
                "TXT   | \"v=spf1 \" \"-all\"            | v=spf1 -all",
                "SOA   | ns. admin. 2024 2 3 4 5         | 2024",
                "CNAME | other.example.com.              | other.example.com.",
                "CAA   | 0 issue \"ca.example\"          | ca.example",
                "SRV   | 1 2 5222 xmpp.example.org.      | 5222 xmpp",
                "PTR   | host.example.org.               | host.example.org.",
                "TYPE65280 | \\# 2 abcd                  | ABCD",
            })
    void anyTypeOfRecordCanBeAskedFor(String type, String data, String contains) {
        try (LoopbackNameServer server = LoopbackNameServer.holding("x.example.org. " + type + " " + data)) {
            Finding finding = look(server, "x.example.org", type, contains(contains));

            assertThat(finding.outcome()).isEqualTo(new Outcome.Up());
        }
    }

    @Test
    void aReverseNameMayBeSpelledAsItsAddress() {
        try (LoopbackNameServer server = LoopbackNameServer.holding("7.2.0.192.in-addr.arpa. PTR host.example.org.")) {
            assertThat(look(server, "192.0.2.7", "PTR", contains("host")).outcome())
                    .isEqualTo(new Outcome.Up());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NXDOMAIN, NOERROR, dns_nxdomain_error",
        "SERVFAIL, NOERROR, dns_servfail_error",
        "REFUSED, NOERROR, dns_refused_error",
        "NOTIMP, NOERROR, dns_rcode",
        "FORMERR, NOERROR, dns_rcode",
        "NOERROR, NXDOMAIN, dns_rcode",
        "SERVFAIL, NXDOMAIN, dns_rcode",
        "NXDOMAIN, NXDOMAIN, up",
        "REFUSED, refused, up",
        "NOERROR, NOERROR, dns_no_answer",
    })
    void theResponseCodeIsHeldAgainstTheExpectedOne(String given, String wanted, String found) {
        try (LoopbackNameServer server =
                LoopbackNameServer.of(query -> Optional.of(empty(query, Rcode.value(given))))) {
            DnsExpectation expectation = new DnsExpectation(wanted, Optional.empty(), Optional.empty());

            assertThat(kind(look(server, "example.org", "A", expectation))).isEqualTo(found);
        }
    }

    @Test
    void answersWithoutTheTextOrTheExpressionFail() {
        try (LoopbackNameServer server = LoopbackNameServer.holding("example.org. TXT token=77")) {
            assertThat(kind(look(server, "example.org", "TXT", contains("token=78"))))
                    .isEqualTo("dns_answer");
            assertThat(kind(look(server, "example.org", "TXT", matches("^token=\\d\\d$"))))
                    .isEqualTo("up");
            assertThat(kind(look(server, "example.org", "TXT", matches("^\\d+$"))))
                    .isEqualTo("dns_answer");
            assertThat(kind(look(server, "example.org", "TXT", matches("(.*.*)*!"))))
                    .isEqualTo("dns_answer");
        }
    }

    @Test
    void anAliasLeadsToItsRecordsAndStrangeRecordsDoNotCount() {
        try (LoopbackNameServer chain = LoopbackNameServer.holding(
                        "c.example.org. A 192.0.2.3",
                        "b.example.org. CNAME c.example.org.",
                        "a.example.org. CNAME b.example.org.");
                LoopbackNameServer ring = LoopbackNameServer.holding(
                        "a.example.org. CNAME b.example.org.", "b.example.org. CNAME a.example.org.");
                LoopbackNameServer strange = LoopbackNameServer.holding("bank.example.com. A 192.0.2.66")) {
            assertThat(kind(look(chain, "a.example.org", "A", DnsExpectation.ANY)))
                    .isEqualTo("up");
            assertThat(kind(look(ring, "a.example.org", "A", DnsExpectation.ANY)))
                    .isEqualTo("dns_no_answer");
            assertThat(kind(look(strange, "a.example.org", "A", DnsExpectation.ANY)))
                    .isEqualTo("dns_no_answer");
        }
    }

    @Test
    void aTruncatedAnswerIsAskedForOverTcp() {
        String[] many = IntStream.range(0, 200)
                .mapToObj(i -> "example.org. A 192.0.2." + i)
                .toArray(String[]::new);
        try (LoopbackNameServer server = new LoopbackNameServer((query, over) -> {
            Message answer = over == Over.TCP ? answer(query, many) : empty(query, Rcode.NOERROR);
            if (over == Over.UDP) {
                answer.getHeader().setFlag(Flags.TC);
            }
            return List.of(answer.toWire());
        })) {
            Finding finding = look(server, "example.org", "A", contains("192.0.2.199"));

            assertThat(finding.outcome()).isEqualTo(new Outcome.Up());
            assertThat(server.asked()).containsExactly("UDP example.org. A", "TCP example.org. A");
            assertThat(finding.trail().remarks()).hasSize(20).endsWith("and 181 more records");
        }
    }

    @Test
    void aServerThatNeverAnswersTimesOutAndWasAskedAgain() {
        try (LoopbackNameServer server = LoopbackNameServer.of(query -> Optional.empty())) {
            Finding finding = look(server, "example.org", "A", DnsExpectation.ANY, Duration.ofMillis(300));

            assertThat(kind(finding)).isEqualTo("dns_timeout_error");
            assertThat(finding.timings().total()).isBetween(Duration.ofMillis(150), Duration.ofSeconds(2));
            assertThat(server.asked()).hasSizeBetween(2, 5);
        }
    }

    @Test
    void aLostDatagramIsAskedAgain() {
        AtomicInteger asked = new AtomicInteger();
        try (LoopbackNameServer server = LoopbackNameServer.of(query -> asked.getAndIncrement() == 0
                ? Optional.empty()
                : Optional.of(answer(query, "example.org. A 192.0.2.1")))) {
            assertThat(kind(look(server, "example.org", "A", DnsExpectation.ANY)))
                    .isEqualTo("up");
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void answersToOtherQuestionsAreIgnored() {
        try (LoopbackNameServer server = new LoopbackNameServer((query, over) -> {
            Message late = answer(query, "example.org. A 192.0.2.66");
            late.getHeader().setID(query.getHeader().getID() ^ 1);
            Message other = empty(query, Rcode.NXDOMAIN);
            other.removeAllRecords(0);
            other.addRecord(
                    Message.newQuery(org.xbill.DNS.Record.newRecord(
                                    org.xbill.DNS.Name.fromString("other.example."), 1, 1))
                            .getQuestion(),
                    0);
            byte[] right = answer(query, "example.org. A 192.0.2.1").toWire();
            return List.of(late.toWire(), other.toWire(), query.toWire(), new byte[3], new byte[0], right);
        })) {
            assertThat(look(server, "example.org", "A", DnsExpectation.ANY)
                            .trail()
                            .remarks())
                    .containsExactly("example.org 300 A 192.0.2.1");
        }
    }

    @Test
    void aServerThatKnowsNoEdnsIsAskedWithoutIt() {
        try (LoopbackNameServer server = LoopbackNameServer.of(query -> Optional.of(
                query.getOPT() != null ? empty(query, Rcode.FORMERR) : answer(query, "example.org. A 192.0.2.1")))) {
            assertThat(kind(look(server, "example.org", "A", DnsExpectation.ANY)))
                    .isEqualTo("up");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 40, 500, 5_000})
    void garbageIsAFailureAndNeverAFaultOfOurs(int length) {
        Random random = new Random(length);
        try (LoopbackNameServer server = new LoopbackNameServer((query, over) -> {
            byte[] garbage = new byte[length];
            random.nextBytes(garbage);
            garbage[0] = (byte) (query.getHeader().getID() >> 8);
            garbage[1] = (byte) query.getHeader().getID();
            garbage[2] |= (byte) 0x80;
            garbage[5] = 9;
            return List.of(garbage);
        })) {
            for (int i = 0; i < 20; i++) {
                assertThat(kind(look(server, "example.org", "A", DnsExpectation.ANY, Duration.ofMillis(60))))
                        .isIn("dns_servfail_error", "dns_timeout_error", "dns_refused_error", "dns_rcode");
            }
        }
    }

    @Test
    void aClosedPortAndAHalfAnswerOverTcpAreFailures() {
        LoopbackNameServer gone = LoopbackNameServer.holding();
        gone.close();
        assertThat(kind(look(gone, "example.org", "A", DnsExpectation.ANY))).isEqualTo("dns_timeout_error");
        try (LoopbackNameServer server = new LoopbackNameServer((query, over) -> {
            Message answer = empty(query, Rcode.NOERROR);
            answer.getHeader().setFlag(Flags.TC);
            return over == Over.UDP ? List.of(answer.toWire()) : List.of();
        })) {
            assertThat(kind(look(server, "example.org", "A", DnsExpectation.ANY)))
                    .isEqualTo("dns_timeout_error");
        }
    }

    @Test
    void whatRecordsSayIsHarmless() {
        try (LoopbackNameServer server =
                LoopbackNameServer.holding("example.org. TXT \"a\\010b\\027[31m\\226\\128\\174c\"")) {
            assertThat(look(server, "example.org", "TXT", DnsExpectation.ANY)
                            .trail()
                            .remarks())
                    .containsExactly("example.org 300 TXT a\uFFFDb\uFFFD[31m\uFFFDc");
        }
    }

    @Test
    void theNameServerMayBeNamed() {
        try (LoopbackNameServer server = LoopbackNameServer.holding("example.org. A 192.0.2.1")) {
            assertThat(kind(at("localhost:" + server.port(), Reach.ANYWHERE))).isEqualTo("up");
        }
    }

    @Test
    void looksFromChatAskNoInnerServerAndShowNoInnerAddress() {
        try (LoopbackNameServer server = LoopbackNameServer.holding("example.org. A 10.1.2.3")) {
            assertThat(at("127.0.0.1:" + server.port(), Reach.PUBLIC).outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Unjudged.class,
                            unjudged -> assertThat(unjudged.reason()).isEqualTo(Outcome.Reason.NOT_ALLOWED));
            assertThat(at("localhost:" + server.port(), Reach.PUBLIC).outcome())
                    .isInstanceOfSatisfying(
                            Outcome.Unjudged.class,
                            unjudged -> assertThat(unjudged.reason()).isEqualTo(Outcome.Reason.NOT_ALLOWED));
            assertThat(server.asked()).isEmpty();
            AddressPolicy loopbackToo =
                    new AddressPolicy(List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()), Set.of());
            try (SocketProber open = new SocketProber(
                    "Tocsin/test",
                    () -> loopbackToo,
                    new Reports(InstantSource.system()),
                    new Timepiece(InstantSource.system(), System::nanoTime))) {
                Finding finding = open.look(
                        check(server.server(), "example.org", "A", DnsExpectation.ANY), Reach.PUBLIC, TIMEOUT);

                assertThat(kind(finding)).isEqualTo("dns_bogon_error");
                assertThat(finding.trail().remarks()).isEmpty();
            }
        }
    }

    private Finding at(String server, Reach reach) {
        NameServer named = NameServer.parse(server).orElseThrow();
        return prober.look(check(named, "example.org", "A", DnsExpectation.ANY), reach, TIMEOUT);
    }

    private Finding look(LoopbackNameServer server, String name, String type, DnsExpectation expectation) {
        return look(server, name, type, expectation, TIMEOUT);
    }

    private Finding look(
            LoopbackNameServer server, String name, String type, DnsExpectation expectation, Duration timeout) {
        return prober.look(check(server.server(), name, type, expectation), Reach.ANYWHERE, timeout);
    }

    private static Check.Dns check(NameServer server, String name, String type, DnsExpectation expectation) {
        Route route = new Route(AddressOrder.IPV4_FIRST, Optional.of(server), Optional.empty());
        return new Check.Dns(name, type, expectation, route, Optional.empty());
    }

    private static DnsExpectation contains(String text) {
        return new DnsExpectation("NOERROR", Optional.of(text), Optional.empty());
    }

    private static DnsExpectation matches(String regex) {
        return new DnsExpectation("NOERROR", Optional.empty(), Optional.of(regex));
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

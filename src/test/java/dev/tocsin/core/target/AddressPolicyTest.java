package dev.tocsin.core.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
    private static final AddressPolicy OFFICE = new AddressPolicy(
            List.of(
                    AddressRange.parse("10.20.0.0/16").orElseThrow(),
                    AddressRange.parse("fd12:3456::/32").orElseThrow()),
            Set.of(22));

    static List<Spelling> hosts() {
        return Spelling.table("/policy/hosts.txt");
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void everySpellingOfAHostIsJudgedByWhatItMeans(Spelling host) {
        Optional<String> refusal = AddressPolicy.PUBLIC.refusal(host.text());

        if (host.isAllowed()) {
            assertThat(refusal).isEmpty();
        } else {
            assertThat(refusal).hasValueSatisfying(why -> assertThat(why).contains(host.verdict()));
        }
    }

    @Test
    void theTableIsLongAndNoSpellingIsInItTwice() {
        assertThat(hosts()).hasSizeGreaterThan(200).doesNotHaveDuplicates();
        assertThat(hosts()).extracting(Spelling::text).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.0.0, allowed",
        "10.20.255.255, allowed",
        "::ffff:10.20.3.4, allowed",
        "[::ffff:a14:304], allowed",
        "fd12:3456:ffff::1, allowed",
        "10.19.255.255, private",
        "10.21.0.0, private",
        "10.0.20.0, private",
        "::ffff:10.21.0.0, private",
        "::10.20.3.4, IPv4-compatible",
        "::ffff:0:10.20.3.4, IPv4-translated",
        "64:ff9b::10.20.3.4, NAT64",
        "2002:a14:304::1, 6to4",
        "10.1310720.1, not an address",
        "10.1311492, odd spelling of 10.20.3.4",
        "0xa140304, odd spelling of 10.20.3.4",
        "fd12:3457::1, private",
        "127.0.0.1, loopback",
        "::1, loopback",
        "169.254.169.254, metadata",
        "localhost, does not belong",
        "a.localhost., does not belong",
        "8.8.8.8, allowed",
        "example.org, allowed"
    })
    void anOpenedRangeOpensItsAddressesAndNothingElse(String host, String verdict) {
        String judged = OFFICE.refusal(host).orElse("allowed");

        assertThat(judged).contains(verdict);
    }

    @Test
    void innerNamesAreLeftToTheirAddressesOnceARangeIsOpen() {
        assertThat(AddressPolicy.PUBLIC.refusal("db.internal")).isPresent();
        assertThat(OFFICE.refusal("db.internal")).isEmpty();
    }

    @Test
    void localhostIsOpenWhereLoopbackIs() {
        AddressPolicy loopback =
                new AddressPolicy(List.of(AddressRange.parse("127.0.0.0/8").orElseThrow()), Set.of());

        assertThat(loopback.refusal("LOCALHOST.")).isEmpty();
        assertThat(loopback.refusal("10.20.3.4")).isPresent();
    }

    @Test
    void aMappedAddressThatKeptItsSixteenBytesIsNotPublic() throws UnknownHostException {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        mapped[12] = 127;
        mapped[15] = 1;
        Inet6Address kept = Inet6Address.getByAddress("", mapped, -1);

        assertThat(AddressPolicy.PUBLIC.refusal(kept)).isPresent();
        assertThat(AddressPolicy.PUBLIC.refusal(InetAddress.getByAddress(mapped)))
                .hasValueSatisfying(why -> assertThat(why).contains("127.0.0.1", "loopback"));
    }

    @ParameterizedTest
    @CsvSource({
        "10.20.30.40, 10.20.30.40/32",
        "::ffff:10.20.0.0/112, 10.20.0.0/16",
        "::ffff:10.20.30.40, 10.20.30.40/32",
        "fd00::/8, fd00:0:0:0:0:0:0:0/8",
        "0.0.0.0/0, 0.0.0.0/0"
    })
    void aRangeIsReadAsItsAddressAndBits(String text, String range) {
        assertThat(AddressRange.parse(text).map(AddressRange::toString)).contains(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10",
                "10/8",
                "10.20/16",
                "10.20.0/16",
                "010.20.0.0/16",
                "0xa.20.0.0/16",
                "10.20.0.0/33",
                "10.20.0.0/",
                "10.20.0.0/-1",
                "10.20.0.256/16",
                "10.20.0.0.0/16",
                "::ffff:10.20.0.0/16",
                "fd00::/129",
                "fd00::1::/8",
                "[fd00::]/8",
                "fd00::%eth0/8",
                "localhost",
                "10.20.0.0 /16"
            })
    void aRangeThatCouldBeReadInTwoWaysIsNone(String text) {
        assertThat(AddressRange.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 22, 25, 53, 110, 143, 389, 587, 993, 2049, 5060, 6000, 6667, 10080})
    void aPortThatBrowsersBlockIsRefusedToEveryCheckThatHasPorts(int port) {
        assertThat(List.of(
                        new Check.Tcp("example.org", port),
                        new Check.Tls(
                                "example.org", port, Optional.empty(), TlsTerms.STRICT, Route.DIRECT, Optional.empty()),
                        http("http://example.org:" + port + "/"),
                        http("https://example.org:" + port + "/")))
                .allSatisfy(check -> assertThat(AddressPolicy.PUBLIC.refusals(check))
                        .containsExactly("the port " + port + " is one that browsers block"));
    }

    @Test
    void otherPortsAreOpen() {
        assertThat(IntStream.of(2, 80, 81, 443, 3306, 5432, 6379, 8080, 8443, 10_081, 65_535))
                .allSatisfy(
                        port -> assertThat(AddressPolicy.PUBLIC.refusal(port)).isEmpty());
    }

    @Test
    void anOpenedPortOpensThatPortAndNoAddress() {
        assertThat(OFFICE.refusals(new Check.Tcp("example.org", 22))).isEmpty();
        assertThat(OFFICE.refusals(new Check.Tcp("example.org", 23))).hasSize(1);
        assertThat(OFFICE.refusals(new Check.Tcp("127.0.0.1", 22)))
                .singleElement()
                .asString()
                .contains("loopback");
    }

    @Test
    void theProxyAndTheResolverOfACheckAreJudgedAsWell() {
        Route inner = new Route(
                AddressOrder.IPV4_FIRST,
                NameServer.parse("tls://192.168.7.1"),
                Optional.of(URI.create("http://[::ffff:10.9.8.7]:3128")));
        Check check = new Check.Http(
                URI.create("http://example.org/"),
                HttpAsk.GET,
                new HttpExpectation(Check.Http.WORKING, List.of(), java.util.Map.of()),
                TlsTerms.STRICT,
                inner,
                Optional.empty());

        assertThat(AddressPolicy.PUBLIC.refusals(check))
                .containsExactly(
                        "the address 10.9.8.7 is not public (private)",
                        "the address 192.168.7.1 is not public (private)");
    }

    @ParameterizedTest
    @CsvSource({
        "db.internal, does not belong",
        "_ldap._tcp.office.LOCAL., does not belong",
        "a.localhost, does not belong",
        "_dmarc.example.org, allowed",
        "*.example.org, allowed",
        "8.8.8.8.in-addr.arpa, allowed",
        "org, allowed",
        "., allowed"
    })
    void aNameServerIsNotAskedAboutInnerNames(String name, String verdict) {
        Check question = new Check.Dns(name, "A", DnsExpectation.ANY, Route.DIRECT, Optional.empty());

        assertThat(String.join("; ", AddressPolicy.PUBLIC.refusals(question)))
                .contains(verdict.equals("allowed") ? "" : verdict)
                .matches(why -> why.isEmpty() == verdict.equals("allowed"));
    }

    @Test
    void aPublicResolverMayBeAskedAtTheUsualPort() {
        Route route = new Route(AddressOrder.IPV4_FIRST, NameServer.parse("9.9.9.9"), Optional.empty());

        assertThat(AddressPolicy.PUBLIC.refusals(new Check.Icmp("8.8.8.8", 3, 0, route, Optional.empty())))
                .isEmpty();
    }

    private static Check.Http http(String url) {
        return new Check.Http(URI.create(url), Check.Http.WORKING, Optional.empty());
    }
}

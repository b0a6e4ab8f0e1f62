package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Announcement;
import dev.tocsin.core.network.LookupZones;
import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.engine.OriginLookup;
import dev.tocsin.engine.OriginLookup.Answer;
import dev.tocsin.engine.Timepiece;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** Lookups at a name server of ours, which answers well or as it pleases. */
class CymruLookupTest {
    private static final Address FOUR = Address.parse("216.90.108.31").orElseThrow();
    private static final Address SIX = Address.parse("2001:4860:4860::8888").orElseThrow();
    private static final String QUESTION = "31.108.90.216.four.test.";
    private static final String LINE = "3561 | 216.88.0.0/14 | US | arin | 1998-09-25";

    private final AtomicLong skipped = new AtomicLong();
    private final SocketProber prober = new SocketProber(
            "Tocsin/test",
            () -> AddressPolicy.PUBLIC,
            new Reports(InstantSource.system()),
            new Timepiece(InstantSource.system(), () -> System.nanoTime() + skipped.get()));

    @AfterEach
    void close() {
        prober.close();
    }

    @Test
    void anAddressHasAPrefixASystemAndItsName() {
        try (LoopbackNameServer server = zone(
                QUESTION + " TXT \"" + LINE + "\"",
                "AS3561.names.test. TXT \"3561 | US | arin | 1994-03-16 | CENTURYLINK - Savvis, US\"")) {
            assertThat(ask(server, FOUR)).isEqualTo(new Answer.Found(savvis(Optional.of("CENTURYLINK - Savvis, US"))));
            assertThat(server.asked()).containsExactly("UDP " + QUESTION + " TXT", "UDP AS3561.names.test. TXT");
        }
    }

    @Test
    void anIpv6AddressIsAskedAboutByItsNibbles() {
        String question = "8.8.8.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.8.4.0.6.8.4.1.0.0.2.six.test.";
        try (LoopbackNameServer server = zone(question + " TXT \"15169 | 2001:4860::/32 | US | arin | 2005-03-14\"")) {
            assertThat(ask(server, SIX))
                    .isEqualTo(new Answer.Found(new Announcement(
                            AddressRange.parse("2001:4860::/32").orElseThrow(),
                            List.of(15_169L),
                            Optional.of("US"),
                            Optional.empty())));
        }
    }

    @Test
    void aNameIsAskedForOnce() {
        try (LoopbackNameServer server = zone(
                QUESTION + " TXT \"" + LINE + "\"",
                "AS3561.names.test. TXT \"3561 | US | arin | 1994-03-16 | SAVVIS\"")) {
            OriginLookup lookup = prober.origins();
            lookup.ask(FOUR, zones(server));
            assertThat(lookup.ask(FOUR, zones(server))).isEqualTo(new Answer.Found(savvis(Optional.of("SAVVIS"))));
            assertThat(server.asked().stream().filter(one -> one.contains("AS3561")))
                    .hasSize(1);
        }
    }

    @Test
    void theChunksOfATextAreJoined() {
        try (LoopbackNameServer server =
                zone(QUESTION + " TXT \"3561 | 216.88\" \".0.0/14 | US |\" \" arin | 1998-09-25\"")) {
            assertThat(ask(server, FOUR)).isEqualTo(new Answer.Found(savvis(Optional.empty())));
        }
    }

    @Test
    void ofSeveralTextsTheLongestPrefixDecides() {
        try (LoopbackNameServer server = zone(
                QUESTION + " TXT \"209 | 216.0.0.0/8 | US | arin | 1998-09-25\"", QUESTION + " TXT \"" + LINE + "\"")) {
            assertThat(ask(server, FOUR)).isEqualTo(new Answer.Found(savvis(Optional.empty())));
        }
    }

    @Test
    void aNameThatDoesNotExistIsNothing() {
        try (LoopbackNameServer server =
                LoopbackNameServer.of(query -> Optional.of(LoopbackNameServer.empty(query, Rcode.NXDOMAIN)))) {
            assertThat(ask(server, FOUR)).isEqualTo(new Answer.Nothing());
        }
        try (LoopbackNameServer server = zone()) {
            assertThat(ask(server, FOUR)).isEqualTo(new Answer.Nothing());
        }
    }

    @Test
    void textsOfOtherOwnersAndOtherTypesAreNoAnswer() {
        try (LoopbackNameServer server = LoopbackNameServer.holding(
                "31.108.90.216.elsewhere.test. TXT \"" + LINE + "\"",
                QUESTION + " CNAME 31.108.90.216.elsewhere.test.")) {
            assertThat(ask(server, FOUR)).isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void aServerThatFailsOnceIsAskedAgain() {
        AtomicInteger times = new AtomicInteger();
        try (LoopbackNameServer server = LoopbackNameServer.of(query -> Optional.of(
                times.getAndIncrement() == 0
                        ? LoopbackNameServer.empty(query, Rcode.SERVFAIL)
                        : answer(query, QUESTION + " TXT \"" + LINE + "\"")))) {
            assertThat(ask(server, FOUR)).isEqualTo(new Answer.Found(savvis(Optional.empty())));
        }
    }

    @Test
    void aServerThatFailsTwiceIsAFailedLookup() {
        try (LoopbackNameServer server =
                LoopbackNameServer.of(query -> Optional.of(LoopbackNameServer.empty(query, Rcode.SERVFAIL)))) {
            assertThat(ask(server, FOUR)).isEqualTo(new Answer.Failed("the name server answers SERVFAIL"));
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void aSilentServerCostsTwoTriesOfTwoSeconds() {
        try (LoopbackNameServer server = LoopbackNameServer.of(query -> {
            skipped.addAndGet(Duration.ofMillis(1_900).toNanos());
            return Optional.empty();
        })) {
            long began = System.nanoTime() + skipped.get();

            assertThat(ask(server, FOUR)).isInstanceOf(Answer.Failed.class);

            Duration took = Duration.ofNanos(System.nanoTime() + skipped.get() - began);
            assertThat(took).isBetween(Duration.ofMillis(3_800), Duration.ofSeconds(10));
            assertThat(server.asked()).hasSizeBetween(2, 6);
        }
    }

    @Test
    void aHugeAnswerComesOverTcpAndIsReadAsFarAsItMatters() {
        String many = "7018 | 216.0.0.0/8 | US | arin | 1998-09-25";
        String[] lines = Stream.concat(
                        Stream.of(QUESTION + " TXT \"" + LINE + "\""),
                        Stream.iterate(0, i -> i + 1)
                                .limit(400)
                                .map(i -> QUESTION + " TXT \"" + many + "\" \"" + "x".repeat(90) + i + "\""))
                .toArray(String[]::new);
        try (LoopbackNameServer server = new LoopbackNameServer((query, over) -> {
            Message answer = over == LoopbackNameServer.Over.TCP
                    ? answer(query, lines)
                    : LoopbackNameServer.empty(query, Rcode.NOERROR);
            if (over == LoopbackNameServer.Over.UDP) {
                answer.getHeader().setFlag(Flags.TC);
            }
            return List.of(answer.toWire());
        })) {
            assertThat(ask(server, FOUR)).isEqualTo(new Answer.Found(savvis(Optional.empty())));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11, 12, 13, 40, 511, 4_096})
    void garbageIsAFailedLookup(int length) {
        Random random = new Random(length);
        try (LoopbackNameServer server = new LoopbackNameServer((query, over) -> {
            byte[] garbage = new byte[length];
            random.nextBytes(garbage);
            byte[] id = query.toWire();
            System.arraycopy(id, 0, garbage, 0, Math.min(2, length));
            if (length > 2) {
                garbage[2] |= (byte) 0x80;
            }
            skipped.addAndGet(Duration.ofMillis(700).toNanos());
            return List.of(garbage);
        })) {
            assertThat(ask(server, FOUR)).isNotInstanceOf(Answer.Found.class);
        }
    }

    @Test
    void bytesThatAreNoTextAndALengthThatLiesAreFailedLookups() throws IOException {
        Name owner = Name.fromString(QUESTION);
        try (LoopbackNameServer server = LoopbackNameServer.of(query -> {
            Message answer = LoopbackNameServer.empty(query, Rcode.NOERROR);
            answer.addRecord(new TXTRecord(owner, DClass.IN, 300, "\\255\\254\\000\\027"), Section.ANSWER);
            return Optional.of(answer);
        })) {
            assertThat(ask(server, FOUR)).isEqualTo(new Answer.Failed("the answer cannot be read"));
        }
        try (LoopbackNameServer server = new LoopbackNameServer((query, over) -> {
            byte[] wire = answer(query, QUESTION + " TXT \"" + LINE + "\"").toWire();
            wire[wire.length - LINE.length() - 1] = (byte) 0xFF;
            return List.of(wire);
        })) {
            assertThat(ask(server, FOUR)).isInstanceOf(Answer.Failed.class);
        }
    }

    @Test
    void aZoneThatMakesNoNameIsAFailedLookup() {
        LookupZones zones =
                new LookupZones("four..test", "z".repeat(60) + ".".repeat(3), "names.test", Optional.empty());

        assertThat(prober.origins().ask(FOUR, zones)).isInstanceOf(Answer.Failed.class);
        assertThat(prober.origins().ask(SIX, zones)).isInstanceOf(Answer.Failed.class);
    }

    private Answer ask(LoopbackNameServer server, Address address) {
        return prober.origins().ask(address, zones(server));
    }

    private static LookupZones zones(LoopbackNameServer server) {
        return new LookupZones("four.test", "six.test", "names.test", Optional.of(server.server()));
    }

    /** Answers with the records that the name asked about has, and no others. */
    private static LoopbackNameServer zone(String... lines) {
        return LoopbackNameServer.of(query -> Optional.of(answer(query, lines)));
    }

    private static Message answer(Message query, String... lines) throws IOException {
        String asked = query.getQuestion().getName().toString();
        return LoopbackNameServer.answer(
                query,
                Arrays.stream(lines)
                        .filter(line -> line.startsWith(asked + " "))
                        .toArray(String[]::new));
    }

    private static Announcement savvis(Optional<String> name) {
        return new Announcement(
                AddressRange.parse("216.88.0.0/14").orElseThrow(), List.of(3561L), Optional.of("US"), name);
    }
}

package dev.tocsin.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IcmpEchoTest {
    private static final IcmpEcho ECHO = new IcmpEcho(0xbeef, 0xfffe, 0x0123456789abcdefL);
    private static final String FROM_LOOPBACK = "45000054 00004000 40010000 7f000001 c0000207";

    @ParameterizedTest
    @CsvSource({
        // The example of RFC 1071, section 3: the sum is ddf2.
        "0001f203f4f5f6f7, 220d",
        // The header of an IPv4 packet, as in common textbooks.
        "4500003044224000800600008c7c19acae241e2b, 442e",
        "'', ffff",
        "01, feff",
        "ffff, 0000"
    })
    void theChecksumIsThatOfRfc1071(String bytes, String wanted) {
        byte[] read = hex(bytes);

        assertThat(IcmpEcho.checksum(read, 0, read.length)).isEqualTo(Integer.parseInt(wanted, 16));
    }

    @Test
    void aRequestOverIpv4HoldsItsChecksumAndOneOverIpv6LeavesItToTheKernel() {
        byte[] four = ECHO.request(IcmpFamily.V4);
        byte[] six = ECHO.request(IcmpFamily.V6);

        assertThat(four).hasSize(64).startsWith(8, 0);
        assertThat(IcmpEcho.checksum(four, 0, four.length)).isZero();
        assertThat(six).hasSize(64).startsWith(128, 0, 0, 0);
        assertThat(IcmpEcho.read(ByteBuffer.wrap(six), 0)).contains(ECHO);
    }

    @Test
    void aReplyIsReadBareAndBehindAnIpHeader() {
        byte[] bare = reply(IcmpFamily.V4);

        assertThat(IcmpPacket.read(bare, bare.length, IcmpFamily.V4, IcmpPacket.Framing.BARE))
                .isEqualTo(new IcmpPacket.Reply(ECHO));
        byte[] framed = joined(hex(FROM_LOOPBACK), bare);
        assertThat(IcmpPacket.read(framed, framed.length, IcmpFamily.V4, IcmpPacket.Framing.BEHIND_IP))
                .isEqualTo(new IcmpPacket.Reply(ECHO));
        byte[] six = reply(IcmpFamily.V6);
        assertThat(IcmpPacket.read(six, six.length, IcmpFamily.V6, IcmpPacket.Framing.BARE))
                .isEqualTo(new IcmpPacket.Reply(ECHO));
    }

    @Test
    void aRawReplyWhoseChecksumIsWrongIsForeign() {
        byte[] framed = joined(hex(FROM_LOOPBACK), reply(IcmpFamily.V4));
        framed[40] ^= 1;

        assertThat(IcmpPacket.read(framed, framed.length, IcmpFamily.V4, IcmpPacket.Framing.BEHIND_IP))
                .isEqualTo(new IcmpPacket.Foreign());
    }

    @Test
    void aRefusalNamesTheEchoItQuotesAndTheReason() {
        byte[] whole = joined(hex("0301 0000 00000000" + FROM_LOOPBACK), ECHO.request(IcmpFamily.V4));

        assertThat(IcmpPacket.read(whole, whole.length, IcmpFamily.V4, IcmpPacket.Framing.BARE))
                .isEqualTo(new IcmpPacket.Refusal(
                        0xbeef, 0xfffe, Optional.of(ECHO.token()), address("192.0.2.7"), "host unreachable"));
        assertThat(IcmpPacket.read(whole, 8 + 20 + 8, IcmpFamily.V4, IcmpPacket.Framing.BARE))
                .isEqualTo(new IcmpPacket.Refusal(
                        0xbeef, 0xfffe, Optional.empty(), address("192.0.2.7"), "host unreachable"));
    }

    @Test
    void aRefusalOverIpv6IsReadToo() {
        byte[] header = hex("60000000 00403a40 00000000000000000000000000000001 20010db8000000000000000000000009");
        byte[] whole = joined(joined(hex("0100 0000 00000000"), header), ECHO.request(IcmpFamily.V6));

        assertThat(IcmpPacket.read(whole, whole.length, IcmpFamily.V6, IcmpPacket.Framing.BARE))
                .isEqualTo(new IcmpPacket.Refusal(
                        0xbeef, 0xfffe, Optional.of(ECHO.token()), address("2001:db8::9"), "no route to destination"));
    }

    @Test
    void requestsAndWordOfOtherProtocolsAreForeign() {
        byte[] request = ECHO.request(IcmpFamily.V4);
        byte[] aboutUdp = joined(
                hex("0303 0000 00000000" + FROM_LOOPBACK.replace("40010000", "40110000")), ECHO.request(IcmpFamily.V4));

        assertThat(IcmpPacket.read(request, request.length, IcmpFamily.V4, IcmpPacket.Framing.BARE))
                .isEqualTo(new IcmpPacket.Foreign());
        assertThat(IcmpPacket.read(aboutUdp, aboutUdp.length, IcmpFamily.V4, IcmpPacket.Framing.BARE))
                .isEqualTo(new IcmpPacket.Foreign());
    }

    @ParameterizedTest
    @EnumSource
    void noPacketHoweverShortOrOddMakesTheReaderThrow(IcmpFamily family) {
        Random random = new Random(20_260_314);
        byte[] refusal = joined(hex("0301 0000 00000000" + FROM_LOOPBACK), ECHO.request(family));
        for (IcmpPacket.Framing framing : IcmpPacket.Framing.values()) {
            for (int length = 0; length <= refusal.length; length++) {
                int cut = length;
                assertThatCode(() -> IcmpPacket.read(refusal, cut, family, framing))
                        .doesNotThrowAnyException();
            }
            for (int i = 0; i < 20_000; i++) {
                byte[] noise = new byte[random.nextInt(120)];
                random.nextBytes(noise);
                if (noise.length > 0 && random.nextBoolean()) {
                    noise[0] = (byte) new int[] {0, 1, 3, 11, 129, 0x45, 0x4f, 0x60}[random.nextInt(8)];
                }
                assertThatCode(() -> IcmpPacket.read(noise, noise.length, family, framing))
                        .doesNotThrowAnyException();
            }
        }
    }

    private static byte[] reply(IcmpFamily family) {
        byte[] reply = ECHO.request(family);
        reply[0] = (byte) family.reply();
        Arrays.fill(reply, 2, 4, (byte) 0);
        ByteBuffer.wrap(reply).putShort(2, (short) IcmpEcho.checksum(reply, 0, reply.length));
        return reply;
    }

    private static InetAddress address(String literal) {
        return InetAddress.ofLiteral(literal);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static byte[] joined(byte[] first, byte[] then) {
        return ByteBuffer.allocate(first.length + then.length)
                .put(first)
                .put(then)
                .array();
    }
}

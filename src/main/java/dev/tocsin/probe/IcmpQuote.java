package dev.tocsin.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the echo that a message about it quotes. Routers quote 8 bytes of it at the least (RFC 792). Pure. */
final class IcmpQuote {
    private static final int SHORTEST_V4 = 20;
    private static final int HEADER_V6 = 40;

    private IcmpQuote() {}

    /** Where an IP header ends that begins here and announces ICMP; empty where there is none such. */
    static OptionalInt headerEnd(ByteBuffer bytes, int from, IcmpFamily family) {
        int shortest = family == IcmpFamily.V4 ? SHORTEST_V4 : HEADER_V6;
        if (bytes.limit() - from < shortest) {
            return OptionalInt.empty();
        }
        int version = (bytes.get(from) & 0xff) >>> 4;
        int announced = bytes.get(from + (family == IcmpFamily.V4 ? 9 : 6)) & 0xff;
        int length = family == IcmpFamily.V4 ? (bytes.get(from) & 0xf) * 4 : HEADER_V6;
        boolean ours = version == (family == IcmpFamily.V4 ? 4 : 6) && announced == family.protocol();
        return ours && length >= shortest && bytes.limit() - from >= length
                ? OptionalInt.of(from + length)
                : OptionalInt.empty();
    }

    /** The refusal of the echo that is quoted from here on, its IP header first. */
    static Optional<IcmpPacket.Refusal> behindIp(ByteBuffer bytes, int from, IcmpFamily family, String why) {
        OptionalInt end = headerEnd(bytes, from, family);
        if (end.isEmpty()) {
            return Optional.empty();
        }
        byte[] to = new byte[family == IcmpFamily.V4 ? 4 : 16];
        bytes.get(from + (family == IcmpFamily.V4 ? 16 : 24), to);
        return bare(bytes, end.getAsInt(), family, address(to), why);
    }

    /** The refusal of the echo to this address that is quoted from here on, without an IP header. */
    static Optional<IcmpPacket.Refusal> bare(
            ByteBuffer bytes, int from, IcmpFamily family, InetAddress to, String why) {
        if (bytes.limit() - from < 8 || (bytes.get(from) & 0xff) != family.request()) {
            return Optional.empty();
        }
        return Optional.of(new IcmpPacket.Refusal(
                Short.toUnsignedInt(bytes.getShort(from + 4)),
                Short.toUnsignedInt(bytes.getShort(from + 6)),
                IcmpEcho.read(bytes, from).map(IcmpEcho::token),
                to,
                why));
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}

package dev.tocsin.probe;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * One ICMP echo, as asked or as answered (RFC 792, RFC 4443). Pure.
 *
 * @param id 16 bits; the kernel puts its own where the socket is a datagram socket
 * @param sequence 16 bits
 * @param token what the payload begins with; unguessable, so that only who saw the request can answer it
 */
record IcmpEcho(int id, int sequence, long token) {
    /** Bytes of a message: 8 of header and 56 of payload, as {@code ping} sends by default. */
    static final int LENGTH = 64;

    private static final int WITH_TOKEN = 16;

    /** The bytes of the request. Over IPv6 the kernel fills in the checksum, which covers addresses too. */
    byte[] request(IcmpFamily family) {
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH)
                .put((byte) family.request())
                .put((byte) 0)
                .putShort((short) 0)
                .putShort((short) id)
                .putShort((short) sequence)
                .putLong(token);
        if (family == IcmpFamily.V4) {
            bytes.putShort(2, (short) checksum(bytes.array(), 0, LENGTH));
        }
        return bytes.array();
    }

    /** Reads the echo, request or reply, that begins here; empty where the bytes end before its token does. */
    static Optional<IcmpEcho> read(ByteBuffer bytes, int from) {
        if (bytes.limit() - from < WITH_TOKEN) {
            return Optional.empty();
        }
        return Optional.of(new IcmpEcho(
                Short.toUnsignedInt(bytes.getShort(from + 4)),
                Short.toUnsignedInt(bytes.getShort(from + 6)),
                bytes.getLong(from + 8)));
    }

    /** The Internet checksum (RFC 1071) of these bytes; 0 where they hold their own and it is right. */
    static int checksum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i += 2) {
            int low = i + 1 < to ? bytes[i + 1] & 0xff : 0;
            sum += (bytes[i] & 0xff) << 8 | low;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return ~sum & 0xffff;
    }
}

package dev.tocsin.probe;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** What came in on an ICMP socket: from anyone, so nothing about it is taken for granted. Pure. */
sealed interface IcmpPacket {
    /** An answer to an echo, ours or another's. */
    record Reply(IcmpEcho echo) implements IcmpPacket {}

    /**
     * Somebody on the way says that an echo cannot be answered.
     *
     * @param token empty where too little of the echo was quoted
     * @param to where the echo was going
     */
    record Refusal(int id, int sequence, Optional<Long> token, InetAddress to, String why) implements IcmpPacket {}

    /** Anything else. */
    record Foreign() implements IcmpPacket {}

    /** How the kernel hands packets over. */
    enum Framing {
        /** They begin with the ICMP header. */
        BARE,
        /** They begin with the IPv4 header, and nobody has looked at the checksum. */
        BEHIND_IP
    }

    /** Reads the first {@code length} of these bytes; never throws. */
    static IcmpPacket read(byte[] bytes, int length, IcmpFamily family, Framing framing) {
        ByteBuffer packet = ByteBuffer.wrap(bytes, 0, length);
        int from = 0;
        if (framing == Framing.BEHIND_IP) {
            from = IcmpQuote.headerEnd(packet, 0, IcmpFamily.V4).orElse(length);
            if (length - from < 8 || IcmpEcho.checksum(bytes, from, length) != 0) {
                return new Foreign();
            }
        }
        return message(packet, from, family);
    }

    private static IcmpPacket message(ByteBuffer packet, int from, IcmpFamily family) {
        if (packet.limit() - from < 8) {
            return new Foreign();
        }
        int type = packet.get(from) & 0xff;
        int code = packet.get(from + 1) & 0xff;
        if (type == family.reply()) {
            return IcmpEcho.read(packet, from).<IcmpPacket>map(Reply::new).orElseGet(Foreign::new);
        }
        return family.refusal(type, code)
                .flatMap(why -> IcmpQuote.behindIp(packet, from + 8, family, why))
                .<IcmpPacket>map(refusal -> refusal)
                .orElseGet(Foreign::new);
    }
}

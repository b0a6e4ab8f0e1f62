package dev.tocsin.probe;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Reads what came back about the echoes of a datagram socket, which hears of it in no other way (ip(7),
 * {@code IP_RECVERR}). For one thread at a time.
 */
final class IcmpErrorQueue {
    private static final int MSG_ERRQUEUE = 0x2000;
    private static final long HEADER = 56;
    private static final long LOOK_AT = 512;
    private static final long CONTROL_HEADER = 16;
    private static final long EXTENDED_ERROR = 16;

    private final IcmpFamily family;
    private final MemorySegment name;
    private final MemorySegment data;
    private final MemorySegment control;
    private final MemorySegment header;

    IcmpErrorQueue(IcmpFamily family, Arena arena) {
        this.family = family;
        this.name = arena.allocate(28, 8);
        this.data = arena.allocate(LOOK_AT, 8);
        this.control = arena.allocate(LOOK_AT, 8);
        MemorySegment vector = arena.allocate(16, 8);
        vector.set(ADDRESS, 0, data);
        vector.set(JAVA_LONG, 8, data.byteSize());
        this.header = arena.allocate(HEADER, 8);
        header.set(ADDRESS, 0, name);
        header.set(ADDRESS, 16, vector);
        header.set(JAVA_LONG, 24, 1);
        header.set(ADDRESS, 32, control);
    }

    /** The next entry; empty where the queue is. */
    Optional<IcmpPacket> next(int socket, MemorySegment errno) {
        header.set(JAVA_INT, 8, (int) name.byteSize());
        header.set(JAVA_LONG, 40, control.byteSize());
        long length;
        do {
            length = IcmpCalls.recvmsg(errno, socket, header, MSG_ERRQUEUE);
        } while (length < 0 && IcmpCalls.errno(errno) == IcmpErrno.EINTR);
        return length < 0 ? Optional.empty() : Optional.of(read((int) length));
    }

    private IcmpPacket read(int length) {
        byte[] quoted = data.asSlice(0, length).toArray(JAVA_BYTE);
        return why().flatMap(why -> IcmpQuote.bare(ByteBuffer.wrap(quoted), 0, family, to(), why))
                .<IcmpPacket>map(refusal -> refusal)
                .orElseGet(IcmpPacket.Foreign::new);
    }

    /** From the {@code sock_extended_err} among the control messages, if ICMP is where it came from. */
    private Optional<String> why() {
        long end = Math.min(header.get(JAVA_LONG, 40), control.byteSize());
        for (long at = 0; at + CONTROL_HEADER + EXTENDED_ERROR <= end; ) {
            long size = control.get(JAVA_LONG, at);
            int level = control.get(JAVA_INT, at + 8);
            int type = control.get(JAVA_INT, at + 12);
            if (level == IcmpOptions.level(family) && type == IcmpOptions.receiveErrors(family)) {
                long error = at + CONTROL_HEADER;
                int origin = control.get(JAVA_BYTE, error + 4);
                return origin == (family == IcmpFamily.V4 ? 2 : 3)
                        ? family.refusal(
                                control.get(JAVA_BYTE, error + 5) & 0xff, control.get(JAVA_BYTE, error + 6) & 0xff)
                        : Optional.empty();
            }
            if (size < CONTROL_HEADER) {
                return Optional.empty();
            }
            at += (size + 7) / 8 * 8;
        }
        return Optional.empty();
    }

    private InetAddress to() {
        try {
            return InetAddress.getByAddress(
                    family == IcmpFamily.V4
                            ? name.asSlice(4, 4).toArray(JAVA_BYTE)
                            : name.asSlice(8, 16).toArray(JAVA_BYTE));
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }
}

package dev.tocsin.probe;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Options of ICMP sockets on Linux. Each makes things better where it is allowed, and none is needed. */
final class IcmpOptions {
    private static final int BUFFER = 4 << 20;
    private static final int SOL_SOCKET = 1;
    private static final int SOL_RAW = 255;
    private static final int SOL_ICMPV6 = 58;

    private IcmpOptions() {}

    /** {@code SOL_IP} or {@code SOL_IPV6}. */
    static int level(IcmpFamily family) {
        return family == IcmpFamily.V4 ? 0 : 41;
    }

    /** {@code IP_RECVERR} or {@code IPV6_RECVERR}. */
    static int receiveErrors(IcmpFamily family) {
        return family == IcmpFamily.V4 ? 11 : 25;
    }

    static void set(int socket, IcmpFamily family, IcmpDescriptor.Kind kind, MemorySegment errno, Arena arena) {
        // SO_SNDBUF, SO_RCVBUF, and what goes beyond the system's limit where the process may.
        for (int option : new int[] {7, 8, 32, 33}) {
            IcmpCalls.setsockopt(errno, socket, SOL_SOCKET, option, ints(arena, BUFFER));
        }
        switch (kind) {
            case DATAGRAM -> IcmpCalls.setsockopt(errno, socket, level(family), receiveErrors(family), ints(arena, 1));
            case RAW -> filter(socket, family, errno, arena);
        }
    }

    /** A raw socket hears all ICMP of the machine; bits that are set keep a type out. */
    private static void filter(int socket, IcmpFamily family, MemorySegment errno, Arena arena) {
        if (family == IcmpFamily.V4) {
            int wanted = 1 << family.reply() | 1 << 3 | 1 << 11;
            IcmpCalls.setsockopt(errno, socket, SOL_RAW, 1, ints(arena, ~wanted));
            return;
        }
        int[] out = {-1, -1, -1, -1, -1, -1, -1, -1};
        for (int type : new int[] {family.reply(), 1, 3}) {
            out[type / 32] &= ~(1 << type % 32);
        }
        IcmpCalls.setsockopt(errno, socket, SOL_ICMPV6, 1, ints(arena, out));
    }

    private static MemorySegment ints(Arena arena, int... values) {
        return arena.allocateFrom(JAVA_INT, values);
    }
}

package dev.tocsin.probe;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * One ICMP socket of Linux, and what wakes the thread that waits for it. Nothing blocks but {@link #await()}. Sending,
 * receiving and waiting are for one thread at a time each, and may go on side by side.
 */
final class IcmpDescriptor {
    private static final int NONBLOCK = 0x800;
    private static final int CLOEXEC = 0x80000;
    private static final short POLLIN = 1;

    private final IcmpFamily family;
    private final Kind kind;
    private final int socket;
    private final int alarm;
    private final IcmpErrorQueue errors;
    private final MemorySegment packet;
    private final MemorySegment to;
    private final MemorySegment received;
    private final MemorySegment entries;
    private final MemorySegment sendErrno;
    private final MemorySegment receiveErrno;
    private final MemorySegment waitErrno;

    enum Kind {
        /** Open to the groups in {@code net.ipv4.ping_group_range}; the kernel picks the id and hands over its own. */
        DATAGRAM(2),
        /** Open to {@code CAP_NET_RAW}; hears everything. */
        RAW(3);

        private final int type;

        Kind(int type) {
            this.type = type;
        }
    }

    private IcmpDescriptor(IcmpFamily family, Kind kind, int socket, int alarm, Arena arena) {
        this.family = family;
        this.kind = kind;
        this.socket = socket;
        this.alarm = alarm;
        this.errors = new IcmpErrorQueue(family, arena);
        this.packet = arena.allocate(IcmpEcho.LENGTH, 8);
        this.to = arena.allocate(family == IcmpFamily.V4 ? 16 : 28, 8);
        this.received = arena.allocate(2048, 8);
        this.entries = arena.allocate(16, 8);
        this.sendErrno = arena.allocate(IcmpCalls.ERRNO);
        this.receiveErrno = arena.allocate(IcmpCalls.ERRNO);
        this.waitErrno = arena.allocate(IcmpCalls.ERRNO);
    }

    /** A socket; empty where this system does not allow one. */
    static Optional<IcmpDescriptor> open(IcmpFamily family, Kind kind) throws IcmpTrouble {
        Arena arena = Arena.ofAuto();
        MemorySegment errno = arena.allocate(IcmpCalls.ERRNO);
        int socket = IcmpCalls.socket(errno, family.domain(), kind.type | NONBLOCK | CLOEXEC, family.protocol());
        if (socket < 0 && IcmpErrno.isRefusal(IcmpCalls.errno(errno))) {
            return Optional.empty();
        }
        if (socket < 0) {
            throw new IcmpTrouble("no ICMP socket: " + IcmpErrno.text(IcmpCalls.errno(errno)));
        }
        int alarm = IcmpCalls.eventfd(errno, NONBLOCK | CLOEXEC);
        if (alarm < 0) {
            String text = IcmpErrno.text(IcmpCalls.errno(errno));
            IcmpCalls.close(errno, socket);
            throw new IcmpTrouble("no ICMP socket: " + text);
        }
        IcmpOptions.set(socket, family, kind, errno, arena);
        return Optional.of(new IcmpDescriptor(family, kind, socket, alarm, arena));
    }

    /** Sends these bytes; answers with the error number, 0 for none. */
    int send(byte[] bytes, InetAddress address) {
        MemorySegment.copy(bytes, 0, packet, JAVA_BYTE, 0, bytes.length);
        byte[] raw = address.getAddress();
        to.set(JAVA_SHORT, 0, (short) family.domain());
        MemorySegment.copy(raw, 0, to, JAVA_BYTE, family == IcmpFamily.V4 ? 4 : 8, raw.length);
        if (address instanceof Inet6Address six) {
            to.set(JAVA_INT, 24, six.getScopeId());
        }
        return IcmpCalls.sendto(sendErrno, socket, packet, to) < 0 ? IcmpCalls.errno(sendErrno) : IcmpErrno.NONE;
    }

    /** The next packet or word of one; empty where there is none left for now. */
    Optional<IcmpPacket> receive() {
        long length = IcmpCalls.recv(receiveErrno, socket, received);
        if (length >= 0) {
            byte[] bytes = received.asSlice(0, length).toArray(JAVA_BYTE);
            return Optional.of(IcmpPacket.read(bytes, bytes.length, family, framing()));
        }
        if (IcmpCalls.errno(receiveErrno) != IcmpErrno.EAGAIN) {
            // Interrupted, or the error of an earlier echo, which its entry in the queue tells better.
            return Optional.of(new IcmpPacket.Foreign());
        }
        return kind == Kind.DATAGRAM ? errors.next(socket, receiveErrno) : Optional.empty();
    }

    /** Blocks until there is something to receive or {@link #wake()} was called. */
    void await() {
        entries.set(JAVA_INT, 0, socket);
        entries.set(JAVA_SHORT, 4, POLLIN);
        entries.set(JAVA_INT, 8, alarm);
        entries.set(JAVA_SHORT, 12, POLLIN);
        IcmpCalls.poll(waitErrno, entries, 2);
    }

    /** Ends {@link #await()}, now and from now on. For any thread that holds off {@link #close()}. */
    void wake() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment one = arena.allocateFrom(JAVA_LONG, 1);
            IcmpCalls.write(arena.allocate(IcmpCalls.ERRNO), alarm, one);
        }
    }

    /** For no one else to be within any other method of this, now or later. */
    void close() {
        IcmpCalls.close(waitErrno, socket);
        IcmpCalls.close(waitErrno, alarm);
    }

    private IcmpPacket.Framing framing() {
        return kind == Kind.RAW && family == IcmpFamily.V4 ? IcmpPacket.Framing.BEHIND_IP : IcmpPacket.Framing.BARE;
    }
}

package dev.tocsin.probe;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which way to send echoes this system allows: tried when first needed, in order, and kept. Owns the sockets. Safe for
 * use by many threads.
 */
final class IcmpAccess implements AutoCloseable {
    /** What to do where no way is allowed. */
    static final String REMEDY = "ICMP is not available here: allow it with sysctl net.ipv4.ping_group_range"
            + " or run with CAP_NET_RAW, or install ping";

    private final List<IcmpWay> ways;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<IcmpFamily, Optional<IcmpSocket>> found = new EnumMap<>(IcmpFamily.class);
    private boolean closed;

    IcmpAccess(List<IcmpWay> ways) {
        this.ways = List.copyOf(ways);
    }

    /** The socket of the first way that is allowed; empty where none is. */
    Optional<IcmpSocket> socket(IcmpFamily family) throws IcmpTrouble {
        lock.lock();
        try {
            if (closed) {
                throw new IcmpTrouble("the prober is closed");
            }
            Optional<IcmpSocket> socket = found.containsKey(family) ? found.get(family) : open(family);
            found.put(family, socket);
            return socket;
        } finally {
            lock.unlock();
        }
    }

    /** What to do so that echoes can be sent; empty where they can be, over IPv4 or IPv6. */
    Optional<String> remedy() {
        try {
            return socket(IcmpFamily.V4).isPresent() || socket(IcmpFamily.V6).isPresent()
                    ? Optional.empty()
                    : Optional.of(REMEDY);
        } catch (IcmpTrouble notNow) {
            return Optional.of("ICMP is not available here: " + notNow.getMessage());
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            found.values().forEach(socket -> socket.ifPresent(IcmpSocket::close));
            found.clear();
        } finally {
            lock.unlock();
        }
    }

    private Optional<IcmpSocket> open(IcmpFamily family) throws IcmpTrouble {
        for (IcmpWay way : ways) {
            Optional<IcmpSocket> socket = way.open(family);
            if (socket.isPresent()) {
                return socket;
            }
        }
        return Optional.empty();
    }
}

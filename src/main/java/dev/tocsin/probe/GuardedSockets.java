package dev.tocsin.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/** Sockets that connect to nothing the guard does not admit: the last gate, behind every way of spelling a host. */
final class GuardedSockets extends SocketFactory {
    private final Guard guard;

    GuardedSockets(Guard guard) {
        this.guard = guard;
    }

    @Override
    public Socket createSocket() {
        return new Guarded(guard);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("looks connect by address");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("looks connect by address");
    }

    @Override
    public Socket createSocket(InetAddress address, int port) {
        throw new UnsupportedOperationException("looks connect with a time-out");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("looks connect with a time-out");
    }

    private static final class Guarded extends Socket {
        private final Guard guard;

        Guarded(Guard guard) {
            this.guard = guard;
        }

        @Override
        public void connect(SocketAddress to, int timeout) throws IOException {
            if (!(to instanceof InetSocketAddress address) || address.isUnresolved()) {
                throw new Guard.Forbidden("looks connect by address, not to " + to);
            }
            guard.admit(address.getAddress(), address.getPort());
            super.connect(to, timeout);
        }
    }
}

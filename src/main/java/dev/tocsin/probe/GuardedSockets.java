package dev.tocsin.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Sockets that connect to nothing the guard does not admit: the last gate, behind every way of spelling a host. What
 * they receive is counted, and ends where it is more than a look can need.
 */
final class GuardedSockets extends SocketFactory {
    private final Guard guard;
    private final Intake intake;

    GuardedSockets(Guard guard, Intake intake) {
        this.guard = guard;
        this.intake = intake;
    }

    @Override
    public Socket createSocket() {
        return new Guarded(guard, intake);
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
        private final Intake intake;

        Guarded(Guard guard, Intake intake) {
            super(Proxy.NO_PROXY); // Else every connection asks the JVM for a SOCKS proxy first.
            this.guard = guard;
            this.intake = intake;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return intake.counting(super.getInputStream());
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

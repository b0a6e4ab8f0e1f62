package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/** Opens a TCP connection and closes it; tries each address in turn. Safe for use by many threads. */
final class TcpLook {
    private final Names names;

    TcpLook(Names names) {
        this.names = names;
    }

    Outcome look(Check.Tcp check, Deadline deadline, PhaseClock clock) {
        try {
            clock.enter(Phase.DNS);
            List<InetAddress> addresses = names.addresses(check.host(), deadline);
            clock.enter(Phase.TCP);
            return connect(addresses, check.port(), deadline, clock);
        } catch (IOException failed) {
            return FailureReader.read(failed, clock.phase(), deadline);
        }
    }

    private static Outcome connect(List<InetAddress> addresses, int port, Deadline deadline, PhaseClock clock) {
        Outcome last = FailureReader.down(Phase.TCP, FailureKind.UNKNOWN, "no address was tried");
        for (int i = 0; i < addresses.size() && !deadline.isOver(); i++) {
            clock.use(addresses.get(i));
            try (Socket socket = new Socket()) {
                int share = (int) deadline.share(addresses.size() - i).toMillis();
                socket.connect(new InetSocketAddress(addresses.get(i), port), share);
                return new Outcome.Up();
            } catch (IOException failed) {
                last = FailureReader.read(failed, Phase.TCP, deadline);
            }
        }
        return last;
    }
}

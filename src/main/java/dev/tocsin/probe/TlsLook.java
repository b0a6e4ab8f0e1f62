package dev.tocsin.probe;

import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** Makes a TLS handshake, at once or after STARTTLS, and no more. Safe for use by many threads. */
final class TlsLook {
    private final Names names;
    private final TlsSessions tls;
    private final Reaper reaper;

    TlsLook(Names names, TlsSessions tls, Reaper reaper) {
        this.names = names;
        this.tls = tls;
        this.reaper = reaper;
    }

    Outcome look(Check.Tls check, Course course) throws IOException {
        course.enter(Phase.DNS);
        List<InetAddress> addresses = names.addresses(check.host(), check.route(), course);
        try (Socket socket = Dial.connect(addresses, check.port(), course);
                Reaper.Watch _ = reaper.watch(socket, course.deadline().left())) {
            if (check.startTls().isPresent()) {
                Optional<Outcome> refusal =
                        StartTlsTalk.refusal(check.startTls().get(), socket, check.host(), course);
                if (refusal.isPresent()) {
                    return refusal.get();
                }
            }
            try (SSLSocket secure = tls.begin(socket, check.host(), check.tls(), course)) {
                return TlsSessions.judge(check.tls(), secure, course);
            }
        }
    }
}

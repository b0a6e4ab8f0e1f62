package dev.tocsin.probe;

import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.StartTls;
import dev.tocsin.core.target.Talk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** Connects over TCP and, where the check has something to say, talks. Safe for use by many threads. */
final class TcpLook {
    private final Names names;
    private final TlsSessions tls;
    private final Reaper reaper;

    TcpLook(Names names, TlsSessions tls, Reaper reaper) {
        this.names = names;
        this.tls = tls;
        this.reaper = reaper;
    }

    Outcome look(Check.Tcp check, Course course) throws IOException {
        course.enter(Phase.DNS);
        List<InetAddress> addresses = names.addresses(check.host(), check.route(), course);
        try (Socket socket = Dial.connect(addresses, check.port(), course)) {
            return check.talk().equals(Talk.NONE) ? new Outcome.Up() : talk(check, socket, course);
        }
    }

    private Outcome talk(Check.Tcp check, Socket socket, Course course) throws IOException {
        try (Reaper.Watch _ = reaper.watch(socket, course.deadline().left())) {
            Optional<StartTls> startTls = check.talk().startTls();
            return startTls.isPresent()
                    ? secured(check, startTls.get(), socket, course)
                    : TalkExchange.hold(new Outcome.Up(), check.talk(), socket, course);
        }
    }

    private Outcome secured(Check.Tcp check, StartTls startTls, Socket socket, Course course) throws IOException {
        Optional<Outcome> refusal = StartTlsTalk.refusal(startTls, socket, check.host(), course);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try (SSLSocket secure = tls.begin(socket, check.host(), check.tls(), course)) {
            Outcome outcome = TlsSessions.judge(check.tls(), secure, course);
            return outcome.isWorking() ? TalkExchange.hold(outcome, check.talk(), secure, course) : outcome;
        }
    }
}

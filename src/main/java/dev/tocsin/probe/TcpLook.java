package dev.tocsin.probe;

import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Check;
import java.io.IOException;

/** To be written. */
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
        throw new UnsupportedOperationException(check.toString());
    }
}

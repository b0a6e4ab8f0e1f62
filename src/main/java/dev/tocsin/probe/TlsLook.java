package dev.tocsin.probe;

import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Check;
import java.io.IOException;

/** To be written. */
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
        throw new UnsupportedOperationException(check.toString());
    }
}

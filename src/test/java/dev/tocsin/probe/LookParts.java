package dev.tocsin.probe;

import dev.tocsin.core.target.TlsLibrary;

/** What a look alone, without its prober, is made of. */
final class LookParts implements AutoCloseable {
    private final Reaper reaper = new Reaper();
    private final TlsSessions sessions = new TlsSessions(TlsProvider.of(TlsLibrary.SYSTEM), null);
    private final HttpClients clients = new HttpClients(sessions);
    private final Names names = new Names(new DnsExchange(sessions, clients, reaper));

    Names names() {
        return names;
    }

    @Override
    public void close() {
        clients.close();
        reaper.close();
    }
}

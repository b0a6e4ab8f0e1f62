package dev.tocsin.config;

import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Talk;
import dev.tocsin.core.target.TlsTerms;
import java.util.Optional;

/** Reads checks by TCP. */
final class TcpReader {
    private TcpReader() {}

    static Optional<Check> read(View view, Secrets secrets, Optional<NameServer> inherited) {
        TlsTerms terms = view.node("startTls").isPresent()
                ? TlsReader.terms(view, secrets)
                : TlsReader.none(view, "needs \"startTls\"; a bare TCP look meets no TLS");
        Talk talk = new Talk(TlsReader.startTls(view), view.text("send"), view.text("reply"));
        return Endpoints.read(view, "tcp")
                .map(at -> new Check.Tcp(
                        at.host(), at.port(), talk, terms, RouteReader.read(view, inherited), view.length("slow")));
    }
}

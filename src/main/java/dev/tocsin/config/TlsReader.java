package dev.tocsin.config;

import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.StartTls;
import dev.tocsin.core.target.TlsTerms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what is expected of TLS, and checks that look at nothing else. */
final class TlsReader {
    private static final List<String> VERSIONS = List.of("1.2", "1.3");

    private TlsReader() {}

    static Optional<Check> read(View view, Secrets secrets, Optional<NameServer> inherited) {
        TlsTerms terms = terms(view, secrets);
        return Endpoints.read(view, "tls")
                .map(at -> new Check.Tls(
                        at.host(),
                        at.port(),
                        startTls(view),
                        terms,
                        RouteReader.read(view, inherited),
                        view.length("slow")));
    }

    static TlsTerms terms(View view, Secrets secrets) {
        return new TlsTerms(
                view.flag("verify").orElse(true) ? TlsTerms.Verification.FULL : TlsTerms.Verification.NONE,
                view.text("leastTls").filter(VERSIONS::contains).map(version -> "TLSv" + version),
                view.text("alpn"),
                view.whole("leastDays", 0, 400).orElse(0),
                view.node("warnDays").isPresent()
                        ? view.wholes("warnDays").stream().map(Long::intValue).toList()
                        : TlsTerms.STRICT.warnAt(),
                view.node("clientCertificate").isPresent()
                        ? secrets.certificate(view.view("clientCertificate"))
                        : Optional.empty());
    }

    /** The terms of a look that meets no TLS; each that stands there is a problem. */
    static TlsTerms none(View view, String belongs) {
        for (String key : TargetKind.ofTls()) {
            if (view.node(key).isPresent()) {
                view.problems().add(view.placeOf(key), belongs);
            }
        }
        return TlsTerms.STRICT;
    }

    static Optional<StartTls> startTls(View view) {
        return view.text("startTls")
                .flatMap(text -> java.util.Arrays.stream(StartTls.values())
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst());
    }
}

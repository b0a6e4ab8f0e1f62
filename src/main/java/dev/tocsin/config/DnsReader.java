package dev.tocsin.config;

import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.DnsExpectation;
import dev.tocsin.core.target.NameServer;
import java.util.Locale;
import java.util.Optional;

/** Reads questions to name servers. */
final class DnsReader {
    private DnsReader() {}

    static Optional<Check> read(View view, Optional<NameServer> inherited) {
        if (view.node("contains").filter(Node.Arr.class::isInstance).isPresent()) {
            view.problems().add(view.placeOf("contains"), "is a list; with \"dns\" one text is expected");
        }
        DnsExpectation expectation = new DnsExpectation(
                view.text("rcode").orElse(DnsExpectation.ANY.rcode()), view.text("contains"), view.text("matches"));
        String type = view.text("type").orElse("A").toUpperCase(Locale.ROOT);
        return view.text("dns")
                .map(name ->
                        new Check.Dns(name, type, expectation, RouteReader.read(view, inherited), view.length("slow")));
    }
}

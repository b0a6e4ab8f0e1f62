package dev.tocsin.config;

import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Route;
import java.net.URI;
import java.util.Optional;

/** Reads how looks get to their target. */
final class RouteReader {
    /** The resolvers of the machine, where a network or the defaults name another. */
    static final String SYSTEM = "system";

    private RouteReader() {}

    /** The route; {@code inherited} is asked for addresses where the target names nobody. */
    static Route read(View view, Optional<NameServer> inherited) {
        return new Route(
                view.text("addresses").flatMap(AddressOrder::of).orElse(AddressOrder.IPV4_FIRST),
                resolver(view, inherited),
                proxy(view));
    }

    static Optional<NameServer> resolver(View view, Optional<NameServer> inherited) {
        Optional<String> own = view.text("resolver");
        return own.isEmpty()
                ? inherited
                : own.filter(text -> !text.equals(SYSTEM)).flatMap(NameServer::parse);
    }

    private static Optional<URI> proxy(View view) {
        return view.text("proxy")
                .filter(text -> Forms.PROXY.form().matcher(text).matches())
                .flatMap(text -> Endpoints.read(view, "proxy", text.substring("http://".length()))
                        .map(ignored -> URI.create(text)));
    }
}

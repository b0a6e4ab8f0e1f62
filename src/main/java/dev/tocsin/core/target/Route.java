package dev.tocsin.core.target;

import java.net.URI;
import java.util.Optional;

/**
 * How a look gets to its target.
 *
 * @param resolver who is asked for addresses; the system's resolvers where empty
 * @param proxy {@code http://host:port}; for HTTP looks alone
 */
public record Route(AddressOrder order, Optional<NameServer> resolver, Optional<URI> proxy) {
    /** By the system's resolvers and no proxy. */
    public static final Route DIRECT = new Route(AddressOrder.IPV4_FIRST, Optional.empty(), Optional.empty());
}

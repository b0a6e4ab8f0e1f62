package dev.tocsin.core.network;

import dev.tocsin.core.target.NameServer;
import java.util.Optional;

/**
 * Where Team Cymru's service is asked whose an address is.
 *
 * @param origin zone for IPv4 addresses
 * @param origin6 zone for IPv6 addresses
 * @param names zone for the names of autonomous systems
 * @param resolver name server that is asked; the system's where empty
 */
public record LookupZones(String origin, String origin6, String names, Optional<NameServer> resolver) {
    /** Team Cymru's own zones, by the system's resolvers. */
    public static final LookupZones CYMRU =
            new LookupZones("origin.asn.cymru.com", "origin6.asn.cymru.com", "asn.cymru.com", Optional.empty());
}

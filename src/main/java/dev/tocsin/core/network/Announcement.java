package dev.tocsin.core.network;

import dev.tocsin.core.target.AddressRange;
import java.util.List;
import java.util.Optional;

/**
 * What the internet's routing says of an address.
 *
 * @param prefix the longest announced range that holds it, aligned
 * @param systems numbers of the autonomous systems that announce it, without "AS"; more than one is rare; never empty
 * @param registered two-letter code of the country that the range is registered in, which is not where it is used
 * @param name what the system is called in the registry, where that is known
 */
public record Announcement(
        AddressRange prefix, List<Long> systems, Optional<String> registered, Optional<String> name) {
    /** The highest number of a system that may announce (RFC 7300: the one above is reserved). */
    public static final long HIGHEST_SYSTEM = 4_294_967_294L;

    public Announcement {
        prefix = prefix.aligned();
        systems = List.copyOf(systems);
        if (systems.isEmpty() || systems.stream().anyMatch(one -> one < 1 || one > HIGHEST_SYSTEM)) {
            throw new IllegalArgumentException("not autonomous systems: " + systems);
        }
    }

    /** The same with a name for the system. */
    public Announcement named(Optional<String> called) {
        return new Announcement(prefix, systems, registered, called);
    }
}

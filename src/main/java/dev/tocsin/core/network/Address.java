package dev.tocsin.core.network;

import dev.tocsin.core.target.AddressPolicy;
import dev.tocsin.core.target.AddressRange;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** A literal address that a look used. */
public record Address(InetAddress inet) {
    /** Bits that neighbours share, as networks are rarely announced in smaller pieces: a /24 or a /48. */
    private static final int NEAR_4 = 24;

    private static final int NEAR_6 = 48;

    /** The address spelled so; empty where it is none, or one of a single link ({@code fe80::1%eth0}). */
    public static Optional<Address> parse(String literal) {
        return literal.contains("/")
                ? Optional.empty()
                : AddressRange.parse(literal).map(range -> new Address(range.first()));
    }

    /** Whether it is of the public internet, and so may be asked about outside. */
    public boolean isPublic() {
        return AddressPolicy.PUBLIC.refusal(inet).isEmpty();
    }

    public boolean isIn(AddressRange range) {
        return range.holds(inet);
    }

    /** The /24 or /48 around it; empty for what stands nowhere in particular: loopback, link-local, multicast, none. */
    public Optional<AddressRange> neighbourhood() {
        return inet.isLoopbackAddress()
                        || inet.isLinkLocalAddress()
                        || inet.isMulticastAddress()
                        || inet.isAnyLocalAddress()
                ? Optional.empty()
                : Optional.of(new AddressRange(inet, inet instanceof Inet4Address ? NEAR_4 : NEAR_6).aligned());
    }

    /** As people write it; IPv6 in the short form (RFC 5952). */
    @Override
    public String toString() {
        return AddressText.of(inet);
    }
}

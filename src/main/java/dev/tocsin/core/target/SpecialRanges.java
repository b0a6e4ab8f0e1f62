package dev.tocsin.core.target;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses that are not the public internet: the special-purpose registries of IANA (RFC 6890 and its updates), and
 * those at which clouds keep their metadata, one of which looks public. Of IPv6 nothing but 2000::/3 is public. Pure.
 */
final class SpecialRanges {
    private static final Map<AddressRange, String> LISTED = new LinkedHashMap<>();
    private static final AddressRange GLOBAL_UNICAST =
            AddressRange.parse("2000::/3").orElseThrow();

    static {
        list("0.0.0.0/32", "unspecified");
        list("0.0.0.0/8", "\"this network\"");
        list("10.0.0.0/8", "private");
        list("100.64.0.0/10", "carrier NAT");
        list("127.0.0.0/8", "loopback");
        list("169.254.0.0/16", "link-local, where clouds keep their metadata");
        list("172.16.0.0/12", "private");
        list("192.0.0.192/32", "a cloud's metadata");
        list("192.0.0.0/24", "protocol assignments");
        list("192.0.2.0/24", "documentation");
        list("192.31.196.0/24", "AS112");
        list("192.52.193.0/24", "multicast tunnels");
        list("192.88.99.0/24", "6to4 relays");
        list("192.168.0.0/16", "private");
        list("192.175.48.0/24", "AS112");
        list("198.18.0.0/15", "benchmarks");
        list("198.51.100.0/24", "documentation");
        list("203.0.113.0/24", "documentation");
        list("224.0.0.0/4", "multicast");
        list("255.255.255.255/32", "broadcast");
        list("240.0.0.0/4", "reserved");
        list("168.63.129.16/32", "a cloud's metadata");
        list("::/128", "unspecified");
        list("::1/128", "loopback");
        list("::/96", "IPv4-compatible");
        list("::ffff:0:0:0/96", "IPv4-translated");
        list("64:ff9b::/96", "NAT64");
        list("64:ff9b:1::/48", "local NAT64");
        list("100::/64", "discard-only");
        list("100:0:0:1::/64", "dummy prefix");
        list("2001::/32", "Teredo");
        list("2001:2::/48", "benchmarks");
        list("2001:10::/28", "ORCHID");
        list("2001:20::/28", "ORCHID");
        list("2001::/23", "protocol assignments");
        list("2001:db8::/32", "documentation");
        list("2002::/16", "6to4");
        list("2620:4f:8000::/48", "AS112");
        list("3fff::/20", "documentation");
        list("5f00::/16", "segment routing");
        list("fd00:ec2::254/128", "a cloud's metadata");
        list("fd20:ce::254/128", "a cloud's metadata");
        list("fc00::/7", "private");
        list("fe80::/10", "link-local");
        list("fec0::/10", "site-local");
        list("ff00::/8", "multicast");
    }

    private SpecialRanges() {}

    /** What the address is, where it is not public. */
    static Optional<String> kindOf(InetAddress address) {
        for (Map.Entry<AddressRange, String> one : LISTED.entrySet()) {
            if (one.getKey().holds(address)) {
                return Optional.of(one.getValue());
            }
        }
        if (address instanceof Inet6Address six) {
            if (!GLOBAL_UNICAST.holds(six)) {
                return Optional.of("not assigned to the public internet");
            }
            if (isIsatap(six.getAddress())) {
                return Optional.of("ISATAP");
            }
        }
        return Optional.empty();
    }

    /** An interface identifier that carries an IPv4 address (RFC 5214, 6.1). */
    private static boolean isIsatap(byte[] bytes) {
        return (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
    }

    private static void list(String range, String kind) {
        LISTED.put(AddressRange.parse(range).orElseThrow(), kind);
    }
}

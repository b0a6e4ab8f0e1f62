package dev.tocsin.core.target;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits (CIDR).
 *
 * @param bits how many, 0 to 32 or 128
 */
public record AddressRange(InetAddress first, int bits) {
    private static final Pattern FORM = Pattern.compile("(?<address>(?:(?:0|[1-9]\\d{0,2})\\.){3}(?:0|[1-9]\\d{0,2})"
            + "|[0-9a-fA-F.]*:[0-9a-fA-F:.]{1,45})(?:/(?<bits>\\d{1,3}))?");

    /** Bits before the IPv4 address in an IPv4-mapped one (RFC 4291, 2.5.5.2). */
    private static final int MAPPED = 96;

    public AddressRange {
        if (bits < 0 || bits > first.getAddress().length * 8) {
            throw new IllegalArgumentException(bits + " bits do not fit " + first.getHostAddress());
        }
    }

    /**
     * The range spelled {@code 10.0.0.0/8} or as one address; empty if it is none. {@code 10/8} is none, as the JDK takes
     * that 10 for 0.0.0.10; {@code ::ffff:10.0.0.0/104} is {@code 10.0.0.0/8}.
     */
    public static Optional<AddressRange> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            String address = form.group("address");
            InetAddress first = InetAddress.ofLiteral(address);
            int before = first instanceof Inet4Address && address.contains(":") ? MAPPED : 0;
            int most = first.getAddress().length * 8;
            int bits = form.group("bits") == null ? most : Integer.parseInt(form.group("bits")) - before;
            return bits < 0 || bits > most ? Optional.empty() : Optional.of(new AddressRange(first, bits));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Whether the address lies in the range; never where one is IPv4 and the other IPv6. */
    public boolean holds(InetAddress address) {
        byte[] mine = first.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** The same range, spelled with its first address. */
    public AddressRange aligned() {
        byte[] bytes = first.getAddress();
        for (int bit = bits; bit < bytes.length * 8; bit++) {
            bytes[bit / 8] &= (byte) ~(0x80 >> (bit % 8));
        }
        try {
            return new AddressRange(InetAddress.getByAddress(bytes), bits);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}

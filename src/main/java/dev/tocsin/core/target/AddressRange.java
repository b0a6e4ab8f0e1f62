package dev.tocsin.core.target;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses that begin with the same bits (CIDR).
 *
 * @param bits how many, 0 to 32 or 128
 */
public record AddressRange(InetAddress first, int bits) {
    private static final Pattern FORM = Pattern.compile("(?<address>[0-9a-fA-F:.]{2,45})(?:/(?<bits>\\d{1,3}))?");

    public AddressRange {
        if (bits < 0 || bits > first.getAddress().length * 8) {
            throw new IllegalArgumentException(bits + " bits do not fit " + first.getHostAddress());
        }
    }

    /** The range spelled {@code 10.0.0.0/8} or as one address; empty if it is none. */
    public static Optional<AddressRange> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            InetAddress first = InetAddress.ofLiteral(form.group("address"));
            int most = first.getAddress().length * 8;
            int bits = form.group("bits") == null ? most : Integer.parseInt(form.group("bits"));
            return bits > most ? Optional.empty() : Optional.of(new AddressRange(first, bits));
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

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}

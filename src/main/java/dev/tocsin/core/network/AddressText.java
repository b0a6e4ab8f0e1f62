package dev.tocsin.core.network;

import dev.tocsin.core.target.AddressRange;
import java.net.InetAddress;

/** Addresses and ranges as people write them; IPv6 in the short form (RFC 5952, 4). Pure. */
final class AddressText {
    private static final int GROUPS = 8;

    private AddressText() {}

    static String of(AddressRange range) {
        return of(range.first()) + "/" + range.bits();
    }

    static String of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? address.getHostAddress() : six(groups(bytes));
    }

    private static int[] groups(byte[] bytes) {
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << 8 | (bytes[2 * i + 1] & 0xFF);
        }
        return groups;
    }

    private static String six(int[] groups) {
        int from = longestZeros(groups);
        int until = from + zerosAt(groups, from);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < GROUPS; i++) {
            if (until - from >= 2 && i == from) {
                text.append("::");
                i = until - 1;
                continue;
            }
            if (i > 0 && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }

    /** Where the first of the longest runs of zeros begins. */
    private static int longestZeros(int[] groups) {
        int best = 0;
        for (int i = 1; i < GROUPS; i++) {
            if (zerosAt(groups, i) > zerosAt(groups, best)) {
                best = i;
            }
        }
        return best;
    }

    private static int zerosAt(int[] groups, int from) {
        int end = from;
        while (end < GROUPS && groups[end] == 0) {
            end++;
        }
        return end - from;
    }
}

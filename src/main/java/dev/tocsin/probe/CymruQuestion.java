package dev.tocsin.probe;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.LookupZones;
import java.net.Inet4Address;
import java.util.HexFormat;

/** The names under which Team Cymru's service is asked (team-cymru.com/community-services/ip-asn-mapping). Pure. */
final class CymruQuestion {
    private CymruQuestion() {}

    /** The name that tells who announces an address: its bytes, or of IPv6 its nibbles, backwards. */
    static String origin(Address address, LookupZones zones) {
        byte[] bytes = address.inet().getAddress();
        return address.inet() instanceof Inet4Address
                ? backwards(bytes) + zones.origin()
                : backwards(HexFormat.of().formatHex(bytes)) + zones.origin6();
    }

    /** The name that tells what a system is called. */
    static String name(long system, LookupZones zones) {
        return "AS" + system + "." + zones.names();
    }

    private static String backwards(byte[] bytes) {
        StringBuilder labels = new StringBuilder();
        for (int i = bytes.length - 1; i >= 0; i--) {
            labels.append(bytes[i] & 0xFF).append('.');
        }
        return labels.toString();
    }

    private static String backwards(String nibbles) {
        StringBuilder labels = new StringBuilder();
        for (int i = nibbles.length() - 1; i >= 0; i--) {
            labels.append(nibbles.charAt(i)).append('.');
        }
        return labels.toString();
    }
}

package dev.tocsin.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/** ICMP over IPv4 or over IPv6: the numbers of RFC 792 and RFC 4443, and those Linux has for the family. */
enum IcmpFamily {
    V4(2, 1, 8, 0),
    V6(10, 58, 128, 129);

    private final int domain;
    private final int protocol;
    private final int request;
    private final int reply;

    IcmpFamily(int domain, int protocol, int request, int reply) {
        this.domain = domain;
        this.protocol = protocol;
        this.request = request;
        this.reply = reply;
    }

    static IcmpFamily of(InetAddress address) {
        return address instanceof Inet4Address ? V4 : V6;
    }

    /** The address family, as {@code socket(2)} takes it. */
    int domain() {
        return domain;
    }

    /** The number in an IP header that announces ICMP. */
    int protocol() {
        return protocol;
    }

    /** The type of an echo request. */
    int request() {
        return request;
    }

    /** The type of an echo reply. */
    int reply() {
        return reply;
    }

    /** Why a message of this type and code says that an echo will not be answered; empty where it does not say so. */
    Optional<String> refusal(int type, int code) {
        return switch (this) {
            case V4 -> type == 3 ? Optional.of(unreachable4(code)) : exceeded(type, 11);
            case V6 -> type == 1 ? Optional.of(unreachable6(code)) : exceeded(type, 3);
        };
    }

    private static Optional<String> exceeded(int type, int wanted) {
        return type == wanted ? Optional.of("time to live exceeded on the way") : Optional.empty();
    }

    private static String unreachable4(int code) {
        return switch (code) {
            case 0, 6, 11 -> "network unreachable";
            case 1, 7, 12 -> "host unreachable";
            case 2 -> "protocol unreachable";
            case 3 -> "port unreachable";
            case 4 -> "fragmentation needed";
            case 9, 10, 13 -> "administratively prohibited";
            default -> "destination unreachable (code " + code + ")";
        };
    }

    private static String unreachable6(int code) {
        return switch (code) {
            case 0 -> "no route to destination";
            case 1, 5 -> "administratively prohibited";
            case 3 -> "address unreachable";
            case 4 -> "port unreachable";
            default -> "destination unreachable (code " + code + ")";
        };
    }
}

package dev.tocsin.core.target;

import java.net.IDN;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host as somebody spelled it, brought to one form: ASCII, lower case, no brackets, no dots at its end. What any
 * program might take for an address is an address here. Pure.
 */
public sealed interface HostText {
    /**
     * A literal address.
     *
     * @param canonical whether it is spelled the usual way
     */
    record Literal(InetAddress address, boolean canonical) implements HostText {}

    record HostName(String name) implements HostText {}

    record Unusable(String why) implements HostText {}

    /** Last labels that make a name a number (WHATWG URL, "ends in a number"). */
    Pattern NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)");

    Pattern NAME = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*");

    static HostText read(String spelled) {
        boolean brackets = spelled.startsWith("[") && spelled.endsWith("]") && spelled.length() > 2;
        String bare = brackets ? spelled.substring(1, spelled.length() - 1) : spelled;
        if (bare.contains(":") || bare.contains("%")) {
            return six(bare);
        }
        String ascii;
        try {
            ascii = IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return new Unusable("is not a host name");
        }
        String name = ascii.replaceFirst("\\.+$", "");
        if (NUMBER.matcher(name).matches()) {
            return four(name, name.equals(bare));
        }
        return name.length() <= 253 && NAME.matcher(name).matches()
                ? new HostName(name)
                : new Unusable("is not a host name");
    }

    /** The literal address it is, in any spelling. */
    default Optional<InetAddress> literal() {
        return this instanceof Literal literal ? Optional.of(literal.address()) : Optional.empty();
    }

    private static HostText six(String text) {
        int zone = text.indexOf('%');
        try {
            InetAddress address = InetAddress.ofLiteral(zone < 0 ? text : text.substring(0, zone));
            return new Literal(address, zone < 0);
        } catch (IllegalArgumentException notAnAddress) {
            return new Unusable("is not an address");
        }
    }

    private static HostText four(String text, boolean asTyped) {
        try {
            InetAddress address = java.net.Inet4Address.ofPosixLiteral(text);
            return new Literal(address, asTyped && address.getHostAddress().equals(text));
        } catch (IllegalArgumentException notAnAddress) {
            return new Unusable("is a number but not an address");
        }
    }
}

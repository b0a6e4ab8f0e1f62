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

    Pattern DOTS_AT_END = Pattern.compile("\\.+$");

    Pattern NAME = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\\.[a-z0-9_](?:[a-z0-9_-]{0,62}))*");

    static HostText read(String spelled) {
        return switch (PlainHost.of(spelled)) {
            case NAME -> new HostName(spelled);
            case NUMBER -> four(spelled, true);
            case NEITHER -> unusual(spelled);
        };
    }

    /** Whatever is not spelled the plain way. */
    private static HostText unusual(String spelled) {
        boolean brackets = spelled.startsWith("[") && spelled.endsWith("]") && spelled.length() > 2;
        String bare = brackets ? spelled.substring(1, spelled.length() - 1) : spelled;
        if (bare.contains(":")) {
            return six(bare);
        }
        try {
            String number = ascii(plainDigits(bare));
            if (NUMBER.matcher(number).matches()) {
                return four(number, number.equals(bare));
            }
            String name = ascii(bare);
            return name.length() <= 253 && NAME.matcher(name).matches()
                    ? new HostName(name)
                    : new Unusable("is not a host name");
        } catch (IllegalArgumentException notAName) {
            return new Unusable("is not a host name");
        }
    }

    /** The literal address it is, in any spelling. */
    default Optional<InetAddress> literal() {
        return this instanceof Literal literal ? Optional.of(literal.address()) : Optional.empty();
    }

    private static String ascii(String text) {
        String lower = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        return DOTS_AT_END.matcher(lower).replaceFirst("");
    }

    /** With the digits of every script as ASCII: {@link IDN} knows none that are younger than Unicode 3.2. */
    private static String plainDigits(String text) {
        return text.codePoints()
                .map(one -> Character.isDigit(one) ? Character.forDigit(Character.digit(one, 10), 10) : one)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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

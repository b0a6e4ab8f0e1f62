package dev.tocsin.core.target;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name server: {@code 9.9.9.9}, {@code [2620:fe::fe]:53}, {@code tls://dns.example:853} (RFC 7858), {@code
 * https://dns.example/dns-query} (RFC 8484).
 *
 * @param path of the URL for {@link Transport#HTTPS}, else empty
 */
public record NameServer(Transport transport, String host, int port, String path) {
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<scheme>tls|https)://)?(?:\\[(?<six>[0-9a-fA-F:.]+)]|(?<host>[^\\s/:\\[\\]?#@]+))(?::(?<port>\\d{1,5}))?"
                    + "(?<path>/[^\\s?#]{0,200})?");

    public NameServer {
        Endpoint.require(host, port);
    }

    public enum Transport {
        /** UDP, and TCP where an answer is too long for it. */
        PLAIN(53),
        TLS(853),
        HTTPS(443);

        private final int port;

        Transport(int port) {
            this.port = port;
        }
    }

    /** The server spelled so; empty if it is none. A bare IPv6 address needs brackets only beside a port. */
    public static Optional<NameServer> parse(String text) {
        if (text.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return Optional.of(new NameServer(Transport.PLAIN, text, Transport.PLAIN.port, ""));
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Transport transport = form.group("scheme") == null
                ? Transport.PLAIN
                : Transport.valueOf(form.group("scheme").toUpperCase(Locale.ROOT));
        int port = form.group("port") == null ? transport.port : Integer.parseInt(form.group("port"));
        String path = form.group("path") == null ? "" : form.group("path");
        if (port < 1 || port > 65_535 || (transport != Transport.HTTPS && !path.isEmpty())) {
            return Optional.empty();
        }
        String host = form.group("six") == null ? form.group("host") : form.group("six");
        return Optional.of(new NameServer(
                transport, host, port, transport == Transport.HTTPS && path.isEmpty() ? "/dns-query" : path));
    }

    /** As the config spells it. */
    public String spelled() {
        String address = Endpoint.spell(host, port);
        return switch (transport) {
            case PLAIN -> address;
            case TLS -> "tls://" + address;
            case HTTPS -> "https://" + address + path;
        };
    }
}

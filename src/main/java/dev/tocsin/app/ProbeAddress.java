package dev.tocsin.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An address as it was typed, made into a kind of look and the address that kind asks for. Pure.
 *
 * @param kind key of the config: {@code url}, {@code tcp}, {@code tls}, {@code dns}, {@code icmp}
 */
record ProbeAddress(String kind, String address) {
    static final List<String> KINDS = List.of("url", "tcp", "tls", "dns", "icmp");

    private static final String URL = "(?i)https?://.*";
    private static final String HOST_PORT = "(\\[[^\\[\\]]+]|[^:/?#\\s\\[\\]]+):\\d{1,5}";
    private static final String BARE_IPV6 = "[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:.]*(%\\S+)?";

    /** What was meant; where no kind was said, a URL, then {@code host:port}, else a name that is asked by HTTPS. */
    static ProbeAddress of(String typed, Optional<String> kind) {
        String said = kind.map(text -> text.toLowerCase(Locale.ROOT)).orElseGet(() -> guess(typed));
        return switch (said) {
            case "url" -> new ProbeAddress(said, url(typed));
            case "tls" -> new ProbeAddress(said, withPort(typed));
            default -> new ProbeAddress(said, typed);
        };
    }

    private static String guess(String typed) {
        return !typed.matches(URL) && typed.matches(HOST_PORT) ? "tcp" : "url";
    }

    private static String bracketed(String host) {
        return host.matches(BARE_IPV6) ? "[" + host + "]" : host;
    }

    private static String url(String typed) {
        if (typed.matches(URL)) {
            int colon = typed.indexOf(':');
            return typed.substring(0, colon).toLowerCase(Locale.ROOT) + typed.substring(colon);
        }
        if (typed.contains("://")) {
            return typed;
        }
        return "https://" + bracketed(typed) + (typed.contains("/") ? "" : "/");
    }

    private static String withPort(String typed) {
        return typed.matches(HOST_PORT) || typed.contains("/") ? typed : bracketed(typed) + ":443";
    }
}

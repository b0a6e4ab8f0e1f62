package dev.tocsin.core.target;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an HTTP look sends.
 *
 * @param method such as {@code GET}; {@code CONNECT} is none
 * @param headers in the order they are sent; their values may be secrets. They and the login stay on the first host: a
 *     redirect elsewhere does not carry them
 * @param redirects most redirects that are followed, 0 to 20; with 0 a redirect is an answer like any other
 */
public record HttpAsk(
        String method,
        Map<String, Secret> headers,
        Optional<String> body,
        Optional<Login> login,
        int redirects,
        Version version) {
    /** Redirects that are followed where nothing else is said. */
    public static final int REDIRECTS = 10;

    /** A plain GET. */
    public static final HttpAsk GET =
            new HttpAsk("GET", Map.of(), Optional.empty(), Optional.empty(), REDIRECTS, Version.HTTP_1);

    public HttpAsk {
        headers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        if (redirects < 0 || redirects > 20) {
            throw new IllegalArgumentException("0 to 20 redirects can be followed, not " + redirects);
        }
    }

    /** How the look says who it is. */
    public sealed interface Login {
        record Basic(String user, Secret password) implements Login {}

        record Bearer(Secret token) implements Login {}
    }

    /** Which HTTP is spoken. */
    public enum Version {
        HTTP_1("1.1"),
        HTTP_2("2"),
        /** HTTP/2 where the server offers it over TLS, else HTTP/1.1. */
        ANY("any");

        private final String spelled;

        Version(String spelled) {
            this.spelled = spelled;
        }

        public String spelled() {
            return spelled;
        }
    }
}

package dev.tocsin.core.target;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What a look does at a target, and what it expects to find. */
public sealed interface Check {
    /** The address as people write it: a URL, or {@code host:port}. */
    String address();

    /** Short name of the kind of check, as the config spells it. */
    String kind();

    /**
     * An HTTP GET.
     *
     * @param url absolute {@code http} or {@code https} URL
     * @param expect statuses that count as working; never empty
     * @param bodyContains text the first {@code 1 MiB} of the body must hold
     */
    record Http(URI url, List<StatusRange> expect, Optional<String> bodyContains) implements Check {
        /** Statuses that count as working when the target names none. */
        public static final List<StatusRange> WORKING = List.of(new StatusRange(200, 399));

        public Http {
            if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
                throw new IllegalArgumentException("not an http or https URL: " + url);
            }
            if (url.getHost() == null) {
                throw new IllegalArgumentException("the URL names no host: " + url);
            }
            if (expect.isEmpty()) {
                throw new IllegalArgumentException("at least one status must count as working");
            }
            expect = List.copyOf(expect);
        }

        @Override
        public String address() {
            return url.toString();
        }

        @Override
        public String kind() {
            return "http";
        }
    }

    /**
     * A TCP connection that is opened and closed.
     *
     * @param host name or literal address
     * @param port 1 to 65535
     */
    record Tcp(String host, int port) implements Check {
        public Tcp {
            if (host.isBlank()) {
                throw new IllegalArgumentException("the address names no host");
            }
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("not a port: " + port);
            }
        }

        @Override
        public String address() {
            return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
        }

        @Override
        public String kind() {
            return "tcp";
        }
    }
}

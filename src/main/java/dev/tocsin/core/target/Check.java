package dev.tocsin.core.target;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a look does at a target, and what it expects to find. */
public sealed interface Check {
    /** The address as people write it: a URL, a name, or {@code host:port}. */
    String address();

    /** Short name of the kind of check, as the config spells it. */
    String kind();

    /** How the look gets there. */
    default Route route() {
        return Route.DIRECT;
    }

    /** An answer that takes longer is good but slow; empty where no answer is too slow. */
    default Optional<Duration> slow() {
        return Optional.empty();
    }

    /** What is expected of a certificate, where the look meets one. */
    default Optional<TlsTerms> tlsTerms() {
        return Optional.empty();
    }

    /**
     * An HTTP request.
     *
     * @param url absolute {@code http} or {@code https} URL with a host
     */
    record Http(URI url, HttpAsk ask, HttpExpectation expectation, TlsTerms tls, Route route, Optional<Duration> slow)
            implements Check {
        /** Statuses that count as working when the target names none. */
        public static final List<StatusRange> WORKING = List.of(new StatusRange(200, 399));

        public Http {
            if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
                throw new IllegalArgumentException("not an http or https URL: " + url);
            }
            if (url.getHost() == null) {
                throw new IllegalArgumentException("the URL names no host: " + url);
            }
        }

        /** A GET that expects one of these statuses and, where given, this text in the body. */
        public Http(URI url, List<StatusRange> expect, Optional<String> bodyContains) {
            this(
                    url,
                    HttpAsk.GET,
                    new HttpExpectation(
                            expect,
                            bodyContains
                                    .map(BodyTest.Contains::new)
                                    .map(List::<BodyTest>of)
                                    .orElse(List.of()),
                            java.util.Map.of()),
                    TlsTerms.STRICT,
                    Route.DIRECT,
                    Optional.empty());
        }

        @Override
        public String address() {
            return url.toString();
        }

        @Override
        public String kind() {
            return "url";
        }

        @Override
        public Optional<TlsTerms> tlsTerms() {
            return url.getScheme().equals("https") ? Optional.of(tls) : Optional.empty();
        }
    }

    /**
     * A TCP connection, which may talk before it is closed.
     *
     * @param host name or literal address
     * @param port 1 to 65535
     */
    record Tcp(String host, int port, Talk talk, TlsTerms tls, Route route, Optional<Duration> slow) implements Check {
        public Tcp {
            Endpoint.require(host, port);
        }

        /** A connection that is opened and closed. */
        public Tcp(String host, int port) {
            this(host, port, Talk.NONE, TlsTerms.STRICT, Route.DIRECT, Optional.empty());
        }

        @Override
        public String address() {
            return Endpoint.spell(host, port);
        }

        @Override
        public String kind() {
            return "tcp";
        }

        @Override
        public Optional<TlsTerms> tlsTerms() {
            return talk.startTls().map(ignored -> tls);
        }
    }

    /** A TLS handshake, at once or after STARTTLS, and a look at the certificate. */
    record Tls(String host, int port, Optional<StartTls> startTls, TlsTerms tls, Route route, Optional<Duration> slow)
            implements Check {
        public Tls {
            Endpoint.require(host, port);
        }

        @Override
        public String address() {
            return Endpoint.spell(host, port);
        }

        @Override
        public String kind() {
            return "tls";
        }

        @Override
        public Optional<TlsTerms> tlsTerms() {
            return Optional.of(tls);
        }
    }

    /**
     * A question to a name server.
     *
     * @param name the domain name that is asked about
     * @param type of record, such as {@code A} or {@code MX}
     */
    record Dns(String name, String type, DnsExpectation expectation, Route route, Optional<Duration> slow)
            implements Check {
        @Override
        public String address() {
            return name + " " + type;
        }

        @Override
        public String kind() {
            return "dns";
        }
    }

    /**
     * ICMP echoes, a quarter of a second apart.
     *
     * @param count echoes of one look, 1 to 20
     * @param mostLost share of them, in percent, that may stay without an answer while the service is still held to be
     *     working but slow; more is a failure. 0 to 99
     */
    record Icmp(String host, int count, int mostLost, Route route, Optional<Duration> slow) implements Check {
        public Icmp {
            if (host.isBlank() || count < 1 || count > 20 || mostLost < 0 || mostLost > 99) {
                throw new IllegalArgumentException("not an ICMP check: " + host + " " + count + " " + mostLost);
            }
        }

        @Override
        public String address() {
            return host;
        }

        @Override
        public String kind() {
            return "icmp";
        }
    }

    /**
     * A target that reports in by itself.
     *
     * @param token what tells its reports from others'; unguessable
     * @param within longest time from one report to the next
     */
    record Heartbeat(Secret token, Duration within) implements Check {
        @Override
        public String address() {
            return "reports in";
        }

        @Override
        public String kind() {
            return "heartbeat";
        }
    }
}

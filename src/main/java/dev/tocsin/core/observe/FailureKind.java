package dev.tocsin.core.observe;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a look failed. The codes follow the failure vocabulary of OONI, so that people who know it can read ours.
 */
public enum FailureKind {
    DNS_NXDOMAIN("dns_nxdomain_error", "the name does not exist"),
    DNS_SERVFAIL("dns_servfail_error", "the name server failed"),
    DNS_REFUSED("dns_refused_error", "the name server refused"),
    DNS_TIMEOUT("dns_timeout_error", "the name server did not answer in time"),
    DNS_NO_ANSWER("dns_no_answer", "the name has no address"),
    DNS_BOGON("dns_bogon_error", "the name leads to an address that is not public"),
    DNS_RCODE("dns_rcode", "unexpected DNS response code"),
    DNS_ANSWER("dns_answer", "unexpected DNS answer"),
    CONNECTION_REFUSED("connection_refused", "connection refused"),
    CONNECTION_RESET("connection_reset", "connection reset"),
    CONNECT_TIMEOUT("connect_timeout_error", "TCP timeout"),
    HOST_UNREACHABLE("host_unreachable", "host unreachable"),
    NETWORK_UNREACHABLE("network_unreachable", "network unreachable"),
    EOF("eof_error", "connection closed early"),
    TLS_TIMEOUT("tls_handshake_timeout_error", "TLS timeout"),
    TLS_INVALID_HOSTNAME("ssl_invalid_hostname", "certificate for another name"),
    TLS_UNKNOWN_AUTHORITY("ssl_unknown_authority", "certificate of an unknown authority"),
    TLS_EXPIRED("ssl_expired_certificate", "certificate expired"),
    TLS_INVALID_CERTIFICATE("ssl_invalid_certificate", "certificate not valid"),
    TLS_PROTOCOL("ssl_protocol_error", "TLS protocol error"),
    TLS_VERSION("ssl_version", "TLS version too old"),
    TLS_ALPN("ssl_alpn", "the expected protocol was not agreed on"),
    TLS_EXPIRES_SOON("ssl_expires_soon", "the certificate ends soon"),
    STARTTLS_REFUSED("starttls_refused", "STARTTLS was not accepted"),
    HTTP_TIMEOUT("http_timeout_error", "HTTP timeout"),
    HTTP_STATUS("http_status", "unexpected HTTP status"),
    HTTP_BODY("http_body", "unexpected HTTP body"),
    HTTP_HEADER("http_header", "unexpected HTTP header"),
    HTTP_REDIRECT_LOOP("http_redirect_loop", "too many redirects"),
    HTTP_REDIRECT("http_redirect", "redirect to where looks may not go"),
    HTTP_TOO_SLOW("http_too_slow", "slow"),
    HTTP_VERSION("http_version", "the expected HTTP version was not agreed on"),
    HTTP_PROTOCOL("http_protocol_error", "not a valid HTTP answer"),
    PROXY("proxy_error", "the proxy did not let the look through"),
    TCP_ANSWER("tcp_answer", "unexpected answer"),
    TOO_SLOW("too_slow", "slow"),
    ICMP_TIMEOUT("icmp_timeout_error", "no answer to ICMP echo"),
    ICMP_UNREACHABLE("icmp_unreachable", "ICMP says unreachable"),
    ICMP_LOSS("icmp_loss", "ICMP echoes lost"),
    REPORT_MISSED("report_missed", "did not report in"),
    UNKNOWN("unknown_failure", "failed");

    private final String code;
    private final String phrase;

    FailureKind(String code, String phrase) {
        this.code = code;
        this.phrase = phrase;
    }

    /** Stable code for stores, exports and configs. */
    public String code() {
        return code;
    }

    /** A few words for a notice. */
    public String phrase() {
        return phrase;
    }

    /** The kind with that code, or empty. */
    public static Optional<FailureKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}

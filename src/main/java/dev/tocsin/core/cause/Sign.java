package dev.tocsin.core.cause;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.Phase;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a failed look failed, as far as it says something of the cause. */
public enum Sign {
    /** Nothing came back: a time-out, or word that there is no way there. */
    SILENT("time-outs or no way there", Contact.NONE),
    REFUSED("refused connections", Contact.MADE),
    RESET("connections broken off", Contact.MADE),
    /** Broken off while the two sides agreed on encryption. */
    TLS_RESET("handshakes broken off", Contact.MADE),
    /** The connection was made, and then nothing came. */
    STALLED("connections without an answer", Contact.MADE),
    THROTTLED("status 429", Contact.MADE),
    UNAVAILABLE("status 503", Contact.MADE),
    /** Status 503 that says when to come back. */
    COME_BACK_LATER("status 503 with Retry-After", Contact.MADE),
    SERVER_ERROR("status 5xx", Contact.MADE),
    /** An answer of another status or content than was expected. */
    UNEXPECTED("unexpected answers", Contact.MADE),
    CERTIFICATE("certificate errors", Contact.MADE),
    TLS("no agreement on encryption", Contact.MADE),
    NAME("failing names", Contact.UNKNOWN),
    /** The name led to an address that is not public. */
    BOGON("names that lead to addresses that are not public", Contact.UNKNOWN),
    /** Says nothing of the cause. */
    OTHER("other failures", Contact.UNKNOWN);

    private static final Pattern STATUS = Pattern.compile("(\\d{3})\\b(.*)", Pattern.DOTALL);

    private final String phrase;
    private final Contact contact;

    /** Whether the look met the other side. */
    enum Contact {
        MADE,
        NONE,
        UNKNOWN
    }

    Sign(String phrase, Contact contact) {
        this.phrase = phrase;
        this.contact = contact;
    }

    String phrase() {
        return phrase;
    }

    Contact contact() {
        return contact;
    }

    static Sign of(Failure failure) {
        return switch (failure.kind()) {
            case CONNECT_TIMEOUT, HOST_UNREACHABLE, NETWORK_UNREACHABLE, ICMP_TIMEOUT, ICMP_UNREACHABLE -> SILENT;
            case CONNECTION_REFUSED -> REFUSED;
            case CONNECTION_RESET, EOF -> failure.phase() == Phase.TLS ? TLS_RESET : RESET;
            case TLS_TIMEOUT, HTTP_TIMEOUT -> STALLED;
            case HTTP_STATUS -> status(failure.detail());
            case HTTP_BODY, HTTP_HEADER, HTTP_REDIRECT_LOOP, HTTP_REDIRECT, HTTP_PROTOCOL, HTTP_VERSION -> UNEXPECTED;
            case TCP_ANSWER -> failure.detail().equals("no answer in time") ? STALLED : UNEXPECTED;
            case TLS_INVALID_HOSTNAME, TLS_UNKNOWN_AUTHORITY, TLS_EXPIRED, TLS_INVALID_CERTIFICATE -> CERTIFICATE;
            case TLS_PROTOCOL, TLS_VERSION, TLS_ALPN, STARTTLS_REFUSED -> TLS;
            case DNS_NXDOMAIN, DNS_SERVFAIL, DNS_REFUSED, DNS_TIMEOUT, DNS_NO_ANSWER -> NAME;
            case DNS_BOGON -> BOGON;
            case DNS_RCODE, DNS_ANSWER, TLS_EXPIRES_SOON, HTTP_TOO_SLOW, TOO_SLOW -> OTHER;
            case PROXY, ICMP_LOSS, REPORT_MISSED, UNKNOWN -> OTHER;
        };
    }

    private static Sign status(String detail) {
        Optional<Matcher> status = Optional.of(STATUS.matcher(detail)).filter(Matcher::matches);
        return switch (status.map(found -> found.group(1)).orElse("")) {
            case "429" -> THROTTLED;
            case "503" -> status.orElseThrow().group(2).contains(RETRY_AFTER) ? COME_BACK_LATER : UNAVAILABLE;
            case String code when code.startsWith("5") -> SERVER_ERROR;
            default -> UNEXPECTED;
        };
    }

    /** What the detail of a failure holds beside its status where the answer said when to come back. */
    public static final String RETRY_AFTER = "Retry-After";
}

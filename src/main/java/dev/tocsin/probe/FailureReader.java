package dev.tocsin.probe;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Turns what a look threw into what it means. The only place that reads exceptions and their texts. Pure. */
final class FailureReader {
    /** The reason, amid pointers and file names. */
    private static final Pattern BORING_SSL = Pattern.compile("OPENSSL_internal:([A-Z0-9_]+)");

    private FailureReader() {}

    /** The outcome of a look that threw in this phase, before or after its deadline. */
    static Outcome read(IOException thrown, Phase phase, Deadline deadline) {
        Optional<String> ours = ourFault(thrown);
        if (ours.isPresent()) {
            return new Outcome.Unjudged(Outcome.Reason.INTERNAL, ours.get());
        }
        if (thrown instanceof NameFailure name) {
            return down(Phase.DNS, name.kind(), text(name));
        }
        if (any(thrown, InterruptedIOException.class) || deadline.isOver() || wasEnded(thrown)) {
            return timeout(phase);
        }
        return switch (phase) {
            case DNS -> down(Phase.DNS, FailureKind.DNS_SERVFAIL, text(thrown));
            case TCP -> connecting(thrown);
            case TLS -> handshake(thrown);
            case HTTP, TALK, STARTTLS -> exchange(phase, thrown);
            case ICMP, REPORT -> down(phase, FailureKind.UNKNOWN, text(thrown));
        };
    }

    /** The outcome of a look whose deadline passed in this phase. */
    static Outcome timeout(Phase phase) {
        return switch (phase) {
            case DNS -> down(phase, FailureKind.DNS_TIMEOUT, "");
            case TCP -> down(phase, FailureKind.CONNECT_TIMEOUT, "");
            case TLS -> down(phase, FailureKind.TLS_TIMEOUT, "");
            case HTTP -> down(phase, FailureKind.HTTP_TIMEOUT, "");
            case STARTTLS, TALK -> down(phase, FailureKind.TCP_ANSWER, "no answer in time");
            case ICMP -> down(phase, FailureKind.ICMP_TIMEOUT, "");
            case REPORT -> down(phase, FailureKind.REPORT_MISSED, "");
        };
    }

    static Outcome down(Phase phase, FailureKind kind, String detail) {
        return new Outcome.Down(new Failure(phase, kind, Quote.of(detail)));
    }

    /** This machine's own limits are not the other side's outage. */
    private static Optional<String> ourFault(IOException thrown) {
        return causes(thrown)
                .filter(cause -> !(cause instanceof ProtocolException)) // Its text is the other side's.
                .map(FailureReader::text)
                .filter(text -> text.contains("Too many open files")
                        || text.contains("No buffer space available")
                        || text.contains("Cannot allocate memory")
                        || text.contains("Cannot assign requested address"))
                .findFirst();
    }

    private static Outcome connecting(IOException thrown) {
        String text = causes(thrown).map(FailureReader::text).reduce("", (all, one) -> all + "\n" + one);
        if (causes(thrown).anyMatch(SocketTimeoutException.class::isInstance) || text.contains("timed out")) {
            return timeout(Phase.TCP);
        }
        if (text.contains("Connection refused")) {
            return down(Phase.TCP, FailureKind.CONNECTION_REFUSED, "");
        }
        if (text.contains("Network is unreachable")) {
            return down(Phase.TCP, FailureKind.NETWORK_UNREACHABLE, "");
        }
        if (text.contains("No route to host") || causes(thrown).anyMatch(NoRouteToHostException.class::isInstance)) {
            return down(Phase.TCP, FailureKind.HOST_UNREACHABLE, "");
        }
        if (isReset(text)) {
            return down(Phase.TCP, FailureKind.CONNECTION_RESET, "");
        }
        return down(
                Phase.TCP,
                thrown instanceof ConnectException ? FailureKind.HOST_UNREACHABLE : FailureKind.UNKNOWN,
                text(thrown));
    }

    private static Outcome handshake(IOException thrown) {
        if (thrown instanceof SSLPeerUnverifiedException) {
            return down(Phase.TLS, FailureKind.TLS_INVALID_HOSTNAME, "");
        }
        if (any(thrown, CertificateExpiredException.class)) {
            return down(Phase.TLS, FailureKind.TLS_EXPIRED, "");
        }
        if (any(thrown, CertificateNotYetValidException.class)) {
            return down(Phase.TLS, FailureKind.TLS_INVALID_CERTIFICATE, "not valid yet");
        }
        String text = causes(thrown).map(FailureReader::text).reduce("", (all, one) -> all + "\n" + one);
        if (text.contains("No subject alternative") || text.contains("No name matching")) {
            return down(Phase.TLS, FailureKind.TLS_INVALID_HOSTNAME, "");
        }
        if (text.contains("unable to find valid certification path") || text.contains("PKIX path building failed")) {
            return down(Phase.TLS, FailureKind.TLS_UNKNOWN_AUTHORITY, "");
        }
        if (any(thrown, CertificateException.class) || any(thrown, CertPathValidatorException.class)) {
            return down(Phase.TLS, FailureKind.TLS_INVALID_CERTIFICATE, text(thrown));
        }
        if (text.contains("no_application_protocol") || text.contains("no application protocol")) {
            return down(Phase.TLS, FailureKind.TLS_ALPN, "none of ours");
        }
        if (isReset(text)) {
            return down(Phase.TLS, FailureKind.CONNECTION_RESET, "");
        }
        if (any(thrown, EOFException.class) || text.contains("terminated the handshake")) {
            return down(Phase.TLS, FailureKind.EOF, "");
        }
        return down(
                Phase.TLS,
                thrown instanceof SSLException ? FailureKind.TLS_PROTOCOL : FailureKind.UNKNOWN,
                text(thrown));
    }

    private static Outcome exchange(Phase phase, IOException thrown) {
        if (thrown instanceof ProtocolException && !text(thrown).equals("unexpected end of stream")) {
            return down(phase, FailureKind.HTTP_PROTOCOL, text(thrown));
        }
        String text = causes(thrown).map(FailureReader::text).reduce("", (all, one) -> all + "\n" + one);
        if (isReset(text) || text.contains("stream was reset")) {
            return down(phase, FailureKind.CONNECTION_RESET, "");
        }
        if (any(thrown, EOFException.class) || text.contains("unexpected end of stream")) {
            return down(phase, FailureKind.EOF, "");
        }
        if (any(thrown, SSLException.class)) {
            return down(Phase.TLS, FailureKind.TLS_PROTOCOL, text(thrown));
        }
        return down(
                phase,
                thrown.getClass() == IOException.class || thrown instanceof Intake.Exceeded
                        ? FailureKind.HTTP_PROTOCOL
                        : FailureKind.UNKNOWN,
                text(thrown));
    }

    private static boolean isReset(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("connection reset") || lower.contains("broken pipe");
    }

    /** Nobody closes a look's socket but the deadline. */
    private static boolean wasEnded(IOException thrown) {
        return causes(thrown)
                .map(cause -> text(cause).toLowerCase(Locale.ROOT))
                .anyMatch(text -> text.equals("socket closed")
                        || text.equals("socket is closed")
                        || text.equals("canceled")
                        || text.equals("closed by interrupt"));
    }

    private static boolean any(Throwable thrown, Class<? extends Throwable> type) {
        return causes(thrown).anyMatch(type::isInstance);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.<Throwable>iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static String text(Throwable thrown) {
        String message = thrown.getMessage();
        if (message == null) {
            return thrown.getClass().getSimpleName();
        }
        Matcher boringSsl = BORING_SSL.matcher(message);
        return boringSsl.find() ? boringSsl.group(1).toLowerCase(Locale.ROOT).replace('_', ' ') : message;
    }
}

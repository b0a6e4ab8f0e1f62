package dev.tocsin.probe;

import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.target.StartTls;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks a server in plain text to go on in TLS: RFC 3207 (SMTP), RFC 9051 (IMAP), RFC 2595 (POP3), RFC 6120 (XMPP), and
 * the SSLRequest of PostgreSQL. Reads no byte past the server's consent; the caller ends the socket at the deadline.
 */
final class StartTlsTalk {
    /** Length 8, then 1234 and 5679 in two bytes each: 80877103. */
    private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 4, (byte) 0xd2, 0x16, 0x2f};

    private final Socket socket;
    private final OutputStream out;
    private final PlainLines in;

    private StartTlsTalk(Socket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new PlainLines(socket.getInputStream());
    }

    /** Empty where the server consents; else what its refusal means. */
    static Optional<Outcome> refusal(StartTls protocol, Socket socket, String host, Course course) throws IOException {
        course.enter(Phase.STARTTLS);
        StartTlsTalk talk = new StartTlsTalk(socket);
        Optional<String> refusal;
        try {
            refusal = switch (protocol) {
                case SMTP -> talk.smtp();
                case IMAP -> talk.imap();
                case POP3 -> talk.pop3();
                case XMPP -> talk.xmpp(host);
                case POSTGRES -> talk.postgres();
            };
        } catch (ProtocolException beyondBounds) {
            refusal = Optional.of(String.valueOf(beyondBounds.getMessage()));
        }
        course.leave();
        Optional<String> words = refusal.map(TalkText::harmless);
        course.noted(new Expectation(
                "STARTTLS for " + protocol.name().toLowerCase(Locale.ROOT),
                words.orElse("accepted"),
                words.isPresent() ? Expectation.Result.MISSED : Expectation.Result.MET));
        return words.map(text -> FailureReader.down(Phase.STARTTLS, FailureKind.STARTTLS_REFUSED, text));
    }

    private Optional<String> smtp() throws IOException {
        Optional<String> refusal = smtpAnswer("220");
        if (refusal.isEmpty()) {
            say("EHLO " + literal(socket.getLocalAddress()) + "\r\n");
            refusal = smtpAnswer("250");
        }
        if (refusal.isEmpty()) {
            say("STARTTLS\r\n");
            refusal = smtpAnswer("220");
        }
        return refusal;
    }

    /** Reads one answer of any number of lines. */
    private Optional<String> smtpAnswer(String code) throws IOException {
        String line = in.line();
        while (line.startsWith(code + "-")) {
            line = in.line();
        }
        return line.equals(code) || line.startsWith(code + " ") ? Optional.empty() : Optional.of(line);
    }

    private Optional<String> imap() throws IOException {
        Optional<String> refusal = starts(in.line(), "* OK");
        if (refusal.isPresent()) {
            return refusal;
        }
        say("a1 STARTTLS\r\n");
        String line = in.line();
        while (line.startsWith("* ")) {
            line = in.line();
        }
        return starts(line, "a1 OK");
    }

    private Optional<String> pop3() throws IOException {
        Optional<String> refusal = starts(in.line(), "+OK");
        if (refusal.isPresent()) {
            return refusal;
        }
        say("STLS\r\n");
        return starts(in.line(), "+OK");
    }

    private Optional<String> xmpp(String host) throws IOException {
        say("<?xml version='1.0'?><stream:stream to='" + host.replaceAll("['<>&]", "")
                + "' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>");
        boolean offered = false;
        String tag = in.tag();
        while (!tag.endsWith("features>") || !tag.startsWith("</")) {
            offered |= tag.startsWith("<starttls");
            if (tag.endsWith("features/>") || tag.contains("error")) {
                return Optional.of(tag);
            }
            tag = in.tag();
        }
        if (!offered) {
            return Optional.of("not among the features of the stream");
        }
        say("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>");
        tag = in.tag();
        if (!tag.startsWith("<proceed")) {
            return Optional.of(tag);
        }
        return tag.endsWith("/>") ? Optional.empty() : starts(in.tag(), "</proceed");
    }

    private Optional<String> postgres() throws IOException {
        out.write(SSL_REQUEST);
        int answer = socket.getInputStream().read();
        if (answer < 0) {
            throw new EOFException("closed before TLS");
        }
        return answer == 'S' ? Optional.empty() : Optional.of("answered " + (char) answer);
    }

    private void say(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> starts(String line, String start) {
        return line.toUpperCase(Locale.ROOT).startsWith(start.toUpperCase(Locale.ROOT))
                ? Optional.empty()
                : Optional.of(line);
    }

    /** An address as a client without a name calls itself (RFC 5321, 4.1.3). */
    private static String literal(InetAddress address) {
        String text = address.getHostAddress().replaceAll("%.*", "");
        return address instanceof Inet6Address ? "[IPv6:" + text + "]" : "[" + text + "]";
    }
}

package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Address;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.hosts.HostsFileParser;

/**
 * Turns host names into addresses, anew at every look: nothing is cached here or by the JVM. Literal addresses, the
 * hosts file and {@code localhost} need no name server. Safe for use by many threads.
 */
final class Names implements AutoCloseable {
    /** One try at a name server; a lost datagram costs this much and is asked again. */
    private static final Duration TRY = Duration.ofSeconds(2);

    private final Resolver resolver;
    private final HostsFileParser hosts = new HostsFileParser();

    Names() {
        this(system());
    }

    Names(Resolver resolver) {
        this.resolver = resolver;
    }

    /** The addresses of a host, those of IPv4 first; never empty. */
    List<InetAddress> addresses(String host, Deadline deadline) throws UnknownHostException {
        Optional<InetAddress> known = known(host);
        if (known.isPresent()) {
            return List.of(known.get());
        }
        Name name = name(host);
        CompletableFuture<Message> four = ask(name, Type.A);
        CompletableFuture<Message> six = ask(name, Type.AAAA);
        List<InetAddress> found = new ArrayList<>();
        Optional<NameFailure> trouble = collect(four, host, deadline, found);
        if (!found.isEmpty() && !six.isDone()) {
            return found;
        }
        Optional<NameFailure> more = collect(six, host, deadline, found);
        if (found.isEmpty()) {
            throw trouble.or(() -> more)
                    .orElseGet(() -> new NameFailure(FailureKind.DNS_NO_ANSWER, host + " has no A or AAAA record"));
        }
        return found;
    }

    @Override
    public void close() {
        // dnsjava's selector threads are daemons of its own, shared and few; there is nothing to give back.
    }

    private Optional<InetAddress> known(String host) throws UnknownHostException {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (bare.contains(":")) {
            return Optional.of(InetAddress.ofLiteral(bare));
        }
        if (Address.isDottedQuad(bare)) {
            return Optional.of(InetAddress.ofLiteral(bare));
        }
        try {
            Name absolute = Name.fromString(bare, Name.root);
            Optional<InetAddress> listed = hosts.getAddressForHost(absolute, Type.A);
            if (listed.isEmpty()) {
                listed = hosts.getAddressForHost(absolute, Type.AAAA);
            }
            if (listed.isPresent()) {
                return listed;
            }
        } catch (IOException noHostsFile) {
            // Without a hosts file the name servers decide.
        }
        String lower = bare.toLowerCase(Locale.ROOT);
        return lower.equals("localhost") || lower.endsWith(".localhost")
                ? Optional.of(InetAddress.ofLiteral("127.0.0.1"))
                : Optional.empty();
    }

    private static Name name(String host) throws UnknownHostException {
        try {
            return Name.fromString(java.net.IDN.toASCII(host, java.net.IDN.ALLOW_UNASSIGNED), Name.root);
        } catch (TextParseException | IllegalArgumentException notAName) {
            throw new NameFailure(FailureKind.DNS_NXDOMAIN, "not a host name: " + host);
        }
    }

    private CompletableFuture<Message> ask(Name name, int type) {
        return resolver.sendAsync(Message.newQuery(Record.newRecord(name, type, DClass.IN)))
                .toCompletableFuture();
    }

    private static Optional<NameFailure> collect(
            CompletableFuture<Message> answer, String host, Deadline deadline, List<InetAddress> found) {
        try {
            return read(answer.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS), host, found);
        } catch (TimeoutException late) {
            return Optional.of(new NameFailure(FailureKind.DNS_TIMEOUT, "no answer about " + host));
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            return Optional.of(failure(cause == null ? failed : cause, host));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while resolving " + host, closing);
        }
    }

    private static Optional<NameFailure> read(Message answer, String host, List<InetAddress> found) {
        for (Record record : answer.getSection(Section.ANSWER)) {
            switch (record) {
                case ARecord a -> found.add(a.getAddress());
                case AAAARecord aaaa when aaaa.getAddress() instanceof Inet6Address six -> found.add(six);
                default -> {}
            }
        }
        return switch (answer.getRcode()) {
            case Rcode.NOERROR -> Optional.empty();
            case Rcode.NXDOMAIN -> Optional.of(new NameFailure(FailureKind.DNS_NXDOMAIN, host));
            case Rcode.REFUSED -> Optional.of(new NameFailure(FailureKind.DNS_REFUSED, host));
            default ->
                Optional.of(
                        new NameFailure(FailureKind.DNS_SERVFAIL, Rcode.string(answer.getRcode()) + " for " + host));
        };
    }

    private static NameFailure failure(Throwable cause, String host) {
        String text = String.valueOf(cause.getMessage());
        if (text.toLowerCase(Locale.ROOT).contains("timed out") || cause instanceof TimeoutException) {
            return new NameFailure(FailureKind.DNS_TIMEOUT, "no answer about " + host);
        }
        return new NameFailure(FailureKind.DNS_SERVFAIL, text);
    }

    private static Resolver system() {
        ExtendedResolver all = new ExtendedResolver();
        all.setTimeout(TRY);
        return all;
    }
}

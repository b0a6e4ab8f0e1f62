package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;

/**
 * Asks name servers: the system's, or one that a target names. Over UDP, with TCP where an answer does not fit; over TLS
 * and HTTPS where the server is spelled so. Safe for use by many threads.
 */
final class DnsExchange {
    /** One try at a name server; a lost datagram costs this much and is asked again. */
    private static final Duration TRY = Duration.ofSeconds(2);

    private static final int TRIES = 3;
    private static final int MOST_RESOLVERS = 10_000;

    private final Resolver system;
    private final Map<InetSocketAddress, Resolver> plain = new ConcurrentHashMap<>();
    private final DnsOverTls overTls;
    private final DnsOverHttps overHttps;

    /** Follows the system's resolvers where a target names none. */
    DnsExchange(TlsSessions tls, HttpClients clients, Reaper reaper) {
        this(system(), tls, clients, reaper);
    }

    DnsExchange(Resolver system, TlsSessions tls, HttpClients clients, Reaper reaper) {
        this.system = system;
        this.overTls = new DnsOverTls(tls, reaper);
        this.overHttps = new DnsOverHttps(clients);
    }

    /** An answer that is on its way. */
    record Pending(CompletableFuture<Message> future, Name name, Deadline deadline) {
        boolean isDone() {
            return future.isDone();
        }

        Message answer() throws IOException {
            try {
                return future.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException late) {
                throw new NameFailure(FailureKind.DNS_TIMEOUT, "no answer about " + name.toString(true));
            } catch (ExecutionException failed) {
                throw read(failed.getCause() == null ? failed : failed.getCause(), name);
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                throw new java.io.InterruptedIOException("interrupted while resolving " + name);
            }
        }
    }

    /** Asks; the answer's response code is the caller's to read. */
    Pending ask(Name name, int type, Optional<NameServer> server, Course course) throws IOException {
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        if (server.isEmpty()) {
            return new Pending(system.sendAsync(query).toCompletableFuture(), name, course.deadline());
        }
        NameServer named = server.get();
        List<InetAddress> addresses = whereIs(named, course);
        CompletableFuture<Message> answer = switch (named.transport()) {
            case PLAIN -> plain(query, new InetSocketAddress(addresses.getFirst(), named.port()), TRIES);
            case TLS -> CompletableFuture.completedFuture(overTls.ask(query, named, addresses, course));
            case HTTPS -> CompletableFuture.completedFuture(overHttps.ask(query, named, addresses, course));
        };
        return new Pending(answer, name, course.deadline());
    }

    /** The name server's own addresses, by the system's resolvers. */
    private List<InetAddress> whereIs(NameServer server, Course course) throws IOException {
        List<InetAddress> addresses = new Names(this).addresses(server.host(), Route.DIRECT, course);
        for (InetAddress address : addresses) {
            course.guard().admit(address, server.port() == 53 ? 0 : server.port());
        }
        return addresses;
    }

    private CompletableFuture<Message> plain(Message query, InetSocketAddress server, int tries) {
        if (plain.size() > MOST_RESOLVERS) {
            plain.clear();
        }
        Resolver resolver = plain.computeIfAbsent(server, DnsExchange::simple);
        CompletableFuture<Message> answer = resolver.sendAsync(query).toCompletableFuture();
        return tries <= 1
                ? answer
                : answer.exceptionallyCompose(failed -> isTimeout(failed)
                        ? plain(query, server, tries - 1)
                        : CompletableFuture.failedFuture(failed));
    }

    private static IOException read(Throwable cause, Name name) {
        Throwable root = cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
        if (root instanceof IOException known && (known instanceof NameFailure || known instanceof Guard.Forbidden)) {
            return known;
        }
        String text = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        if (isTimeout(root)) {
            return new NameFailure(FailureKind.DNS_TIMEOUT, "no answer about " + name.toString(true));
        }
        return text.contains("refused") || text.contains("unreachable") || text.contains("Unreachable")
                ? new NameFailure(FailureKind.DNS_TIMEOUT, "the name server cannot be reached: " + text)
                : new NameFailure(FailureKind.DNS_SERVFAIL, text);
    }

    private static boolean isTimeout(Throwable thrown) {
        Throwable root = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        return root instanceof TimeoutException
                || String.valueOf(root.getMessage()).toLowerCase(Locale.ROOT).contains("timed out");
    }

    private static Resolver simple(InetSocketAddress server) {
        SimpleResolver resolver = new SimpleResolver(server);
        resolver.setTimeout(TRY);
        return resolver;
    }

    private static Resolver system() {
        ExtendedResolver all = new ExtendedResolver();
        all.setTimeout(TRY);
        return all;
    }
}

package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * Asks name servers: the system's, or one that a target names. Over UDP, with TCP where an answer does not fit; over TLS
 * and HTTPS where the server is spelled so. Nothing is remembered but which of the system's servers answers. Safe for
 * use by many threads.
 */
final class DnsExchange {
    private final SystemServers system;
    private final DnsOverUdp overUdp;
    private final DnsOverTls overTls;
    private final DnsOverHttps overHttps;
    private final Names names = new Names(this);

    /** Follows the system's resolvers where a target names none. */
    DnsExchange(TlsSessions tls, HttpClients clients, Reaper reaper) {
        this(new SystemServers(), tls, clients, reaper);
    }

    DnsExchange(SystemServers system, TlsSessions tls, HttpClients clients, Reaper reaper) {
        this.system = system;
        this.overUdp = new DnsOverUdp(new DnsOverTcp(reaper));
        this.overTls = new DnsOverTls(tls, reaper);
        this.overHttps = new DnsOverHttps(clients);
    }

    /** A way to ask one server. Several threads may ask at a time. */
    interface Way {
        /** The answer, whose response code is the caller's to read; a failure where there is none. */
        DnsAnswer ask(Message query) throws IOException;
    }

    static Message query(Name name, int type) {
        return Message.newQuery(Record.newRecord(name, type, DClass.IN));
    }

    /** How this server is asked during a look; where it is, is found out here. */
    Way way(Optional<NameServer> server, Course course) throws IOException {
        if (server.isEmpty()) {
            return query -> {
                DnsAnswer answer = overUdp.ask(query, system.at(course.nanos()), course);
                system.answered(answer.from());
                return answer;
            };
        }
        NameServer named = server.get();
        List<InetAddress> addresses = whereIs(named, course);
        return switch (named.transport()) {
            case PLAIN -> query -> overUdp.ask(query, at(addresses, named.port()), course);
            case TLS -> query -> overTls.ask(query, named, addresses, course);
            case HTTPS -> query -> overHttps.ask(query, named, addresses, course);
        };
    }

    private static List<InetSocketAddress> at(List<InetAddress> addresses, int port) {
        return addresses.stream().map(one -> new InetSocketAddress(one, port)).toList();
    }

    /** The name server's own addresses, by the system's resolvers. That it has none is not the target's fault. */
    private List<InetAddress> whereIs(NameServer server, Course course) throws IOException {
        try {
            List<InetAddress> addresses = names.addresses(server.host(), Route.DIRECT, course);
            for (InetAddress address : addresses) {
                course.guard().admit(address, server.port() == 53 ? 0 : server.port());
            }
            return addresses;
        } catch (NameFailure unknown) {
            if (unknown.kind() == FailureKind.DNS_BOGON) {
                throw new Guard.Forbidden("the name server: " + unknown.getMessage());
            }
            throw new NameFailure(
                    FailureKind.DNS_TIMEOUT,
                    "the name server cannot be asked: " + unknown.kind().phrase() + ", " + server.host());
        }
    }
}

package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.HostText;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Route;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.hosts.HostsFileParser;

/**
 * Turns host names into addresses, anew at every look: nothing is cached here or by the JVM. Literal addresses, the
 * hosts file and {@code localhost} need no name server. Safe for use by many threads.
 */
final class Names {
    private final DnsExchange dns;
    private final HostsFileParser hosts = new HostsFileParser();

    Names(DnsExchange dns) {
        this.dns = dns;
    }

    /** The addresses of a host that may be looked at, in the order of the route; never empty. */
    List<InetAddress> addresses(String host, Route route, Course course) throws IOException {
        List<InetAddress> all = switch (HostText.read(host)) {
            case HostText.Literal(InetAddress address, boolean ignored) -> List.of(address);
            case HostText.Unusable(String why) -> throw new NameFailure(FailureKind.DNS_NXDOMAIN, host + " " + why);
            case HostText.HostName(String name) -> named(name, route, course);
        };
        List<InetAddress> wanted = ordered(all, route.order());
        if (wanted.isEmpty()) {
            throw new NameFailure(
                    FailureKind.DNS_NO_ANSWER,
                    host + " has no IPv" + (route.order() == AddressOrder.IPV4_ONLY ? 4 : 6) + " address");
        }
        return course.guard().sift(host, wanted);
    }

    private List<InetAddress> named(String name, Route route, Course course) throws IOException {
        Optional<InetAddress> listed = route.resolver().isPresent() ? Optional.empty() : listed(name);
        if (listed.isPresent()) {
            return List.of(listed.get());
        }
        return ask(name(name), route, course);
    }

    private Optional<InetAddress> listed(String name) {
        try {
            Name absolute = Name.fromString(name, Name.root);
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
        return name.equals("localhost") || name.endsWith(".localhost")
                ? Optional.of(InetAddress.ofLiteral("127.0.0.1"))
                : Optional.empty();
    }

    /** Both families are asked at once; the second is waited for only where the first brought nothing. */
    private List<InetAddress> ask(Name name, Route route, Course course) throws IOException {
        boolean six = route.order() != AddressOrder.IPV4_ONLY;
        boolean four = route.order() != AddressOrder.IPV6_ONLY;
        Optional<NameServer> server = route.resolver();
        Optional<DnsExchange.Pending> first =
                four ? Optional.of(dns.ask(name, Type.A, server, course)) : Optional.empty();
        Optional<DnsExchange.Pending> second =
                six ? Optional.of(dns.ask(name, Type.AAAA, server, course)) : Optional.empty();
        List<InetAddress> found = new ArrayList<>();
        Optional<IOException> trouble = first.flatMap(pending -> collect(pending, name, found));
        boolean wait = found.isEmpty() || route.order() == AddressOrder.IPV6_FIRST;
        Optional<IOException> more = second.filter(pending -> wait || pending.isDone())
                .flatMap(pending -> collect(pending, name, found));
        if (found.isEmpty()) {
            throw trouble.or(() -> more)
                    .orElseGet(() -> new NameFailure(
                            FailureKind.DNS_NO_ANSWER, name.toString(true) + " has no A or AAAA record"));
        }
        return found;
    }

    private static Optional<IOException> collect(DnsExchange.Pending pending, Name name, List<InetAddress> found) {
        try {
            return read(pending.answer(), name.toString(true), found);
        } catch (IOException failed) {
            return Optional.of(failed);
        }
    }

    private static Optional<IOException> read(Message answer, String host, List<InetAddress> found) {
        for (Record record : answer.getSection(Section.ANSWER)) {
            switch (record) {
                case ARecord a -> found.add(a.getAddress());
                case AAAARecord aaaa -> found.add(aaaa.getAddress());
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

    private static List<InetAddress> ordered(List<InetAddress> all, AddressOrder order) {
        List<InetAddress> four =
                all.stream().filter(Inet4Address.class::isInstance).toList();
        List<InetAddress> six =
                all.stream().filter(one -> !(one instanceof Inet4Address)).toList();
        return switch (order) {
            case IPV4_ONLY -> four;
            case IPV6_ONLY -> six;
            case IPV4_FIRST -> joined(four, six);
            case IPV6_FIRST -> joined(six, four);
        };
    }

    private static List<InetAddress> joined(List<InetAddress> first, List<InetAddress> then) {
        List<InetAddress> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }

    static Name name(String host) throws NameFailure {
        try {
            return Name.fromString(host, Name.root);
        } catch (TextParseException notAName) {
            throw new NameFailure(FailureKind.DNS_NXDOMAIN, "not a host name: " + host);
        }
    }
}

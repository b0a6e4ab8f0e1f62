package dev.tocsin.probe;

import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.HostText;
import dev.tocsin.core.target.Route;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Name;
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
        Optional<InetAddress> pinned = course.pinned(name);
        if (pinned.isPresent()) {
            return List.of(pinned.get());
        }
        List<Integer> types = types(route.order());
        if (route.resolver().isEmpty()) {
            Optional<InetAddress> listed = listed(name, types);
            if (listed.isPresent()) {
                return List.of(listed.get());
            }
        }
        return new AddressQuest(dns.way(route.resolver(), course), name(name), course.deadline()).addresses(types);
    }

    /** The types of record that hold addresses, the preferred one first. */
    private static List<Integer> types(AddressOrder order) {
        return switch (order) {
            case IPV4_ONLY -> List.of(Type.A);
            case IPV6_ONLY -> List.of(Type.AAAA);
            case IPV4_FIRST -> List.of(Type.A, Type.AAAA);
            case IPV6_FIRST -> List.of(Type.AAAA, Type.A);
        };
    }

    private Optional<InetAddress> listed(String name, List<Integer> types) {
        try {
            Name absolute = Name.fromString(name, Name.root);
            for (int type : types) {
                Optional<InetAddress> listed = hosts.getAddressForHost(absolute, type);
                if (listed.isPresent()) {
                    return listed;
                }
            }
        } catch (IOException noHostsFile) {
            // Without a hosts file the name servers decide.
        }
        return name.equals("localhost") || name.endsWith(".localhost")
                ? Optional.of(InetAddress.ofLiteral(types.getFirst() == Type.A ? "127.0.0.1" : "::1"))
                : Optional.empty();
    }

    private static List<InetAddress> ordered(List<InetAddress> all, AddressOrder order) {
        List<InetAddress> four = new ArrayList<>(all.size());
        List<InetAddress> six = new ArrayList<>(0);
        all.forEach(one -> (one instanceof Inet4Address ? four : six).add(one));
        return switch (order) {
            case IPV4_ONLY -> four;
            case IPV6_ONLY -> six;
            case IPV4_FIRST -> joined(four, six);
            case IPV6_FIRST -> joined(six, four);
        };
    }

    private static List<InetAddress> joined(List<InetAddress> first, List<InetAddress> then) {
        first.addAll(then);
        return first;
    }

    static Name name(String host) throws NameFailure {
        try {
            return Name.fromString(host, Name.root);
        } catch (TextParseException notAName) {
            throw new NameFailure(FailureKind.DNS_NXDOMAIN, "not a host name: " + host);
        }
    }
}

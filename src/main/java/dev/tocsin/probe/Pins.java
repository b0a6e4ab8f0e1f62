package dev.tocsin.probe;

import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.HostText;
import dev.tocsin.core.target.Route;
import java.util.Optional;

/** Which name of a check an address that is known can stand for. Pure. */
final class Pins {
    private Pins() {}

    /** Empty where the check has no name, or somebody else resolves it. */
    static Optional<Course.Pin> of(Check check, String address) {
        return host(check)
                .filter(ignored -> !isBehindProxy(check.route()))
                .map(HostText::read)
                .filter(HostText.HostName.class::isInstance)
                .map(HostText.HostName.class::cast)
                .flatMap(name -> HostText.read(address).literal().map(literal -> new Course.Pin(name.name(), literal)));
    }

    private static boolean isBehindProxy(Route route) {
        return route.proxy().isPresent();
    }

    private static Optional<String> host(Check check) {
        return switch (check) {
            case Check.Http http -> Optional.of(http.url().getHost());
            case Check.Tcp tcp -> Optional.of(tcp.host());
            case Check.Tls tls -> Optional.of(tls.host());
            case Check.Icmp icmp -> Optional.of(icmp.host());
            case Check.Dns ignored -> Optional.empty();
            case Check.Heartbeat ignored -> Optional.empty();
        };
    }
}

package dev.tocsin.core.target;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A host and port that a check says it will speak to.
 *
 * @param port 0 where there is none, as with ICMP
 */
record Destination(String host, int port) {
    /** All that the check names: the target, its proxy, its resolver. */
    static List<Destination> of(Check check) {
        List<Destination> all = new ArrayList<>();
        switch (check) {
            case Check.Http http ->
                all.add(of(http.url(), "https".equals(http.url().getScheme()) ? 443 : 80));
            case Check.Tcp tcp -> all.add(new Destination(tcp.host(), tcp.port()));
            case Check.Tls tls -> all.add(new Destination(tls.host(), tls.port()));
            case Check.Icmp icmp -> all.add(new Destination(icmp.host(), 0));
            case Check.Dns ignored -> {}
            case Check.Heartbeat ignored -> {}
        }
        check.route().proxy().ifPresent(proxy -> all.add(of(proxy, 80)));
        check.route()
                .resolver()
                .ifPresent(server -> all.add(new Destination(server.host(), server.port() == 53 ? 0 : server.port())));
        return all;
    }

    private static Destination of(URI url, int otherwise) {
        return new Destination(url.getHost(), url.getPort() < 0 ? otherwise : url.getPort());
    }
}

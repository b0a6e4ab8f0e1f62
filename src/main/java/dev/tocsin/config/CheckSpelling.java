package dev.tocsin.config;

import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.BodyTest;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.DnsExpectation;
import dev.tocsin.core.target.HttpAsk;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.StartTls;
import dev.tocsin.core.target.StatusRange;
import dev.tocsin.core.target.TlsTerms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Spells one check out in the keys of chat. Secrets and objects, which only the file may hold, are left out. */
final class CheckSpelling {
    private final Map<String, String> keys = new LinkedHashMap<>();

    private CheckSpelling() {}

    /**
     * The keys; options at their default are left out.
     *
     * @param inherited the resolver of one that names none
     */
    static Map<String, String> of(Check check, Optional<NameServer> inherited) {
        CheckSpelling spelling = new CheckSpelling();
        spelling.kind(check);
        check.tlsTerms().ifPresent(spelling::tls);
        if (!(check instanceof Check.Heartbeat)) {
            spelling.route(check.route(), inherited);
        }
        check.slow().ifPresent(slow -> spelling.keys.put("slow", Durations.spell(slow)));
        return spelling.keys;
    }

    private void kind(Check check) {
        switch (check) {
            case Check.Http http -> http(http);
            case Check.Tcp tcp -> {
                keys.put("tcp", tcp.address());
                startTls(tcp.talk().startTls());
                tcp.talk().send().ifPresent(send -> keys.put("send", send));
                tcp.talk().reply().ifPresent(reply -> keys.put("reply", reply));
            }
            case Check.Tls tls -> {
                keys.put("tls", tls.address());
                startTls(tls.startTls());
            }
            case Check.Dns dns -> dns(dns);
            case Check.Icmp icmp -> {
                keys.put("icmp", icmp.host());
                keys.put("count", Integer.toString(icmp.count()));
                keys.put("mostLost", Integer.toString(icmp.mostLost()));
            }
            case Check.Heartbeat beat -> keys.put("within", Durations.spell(beat.within()));
        }
    }

    private void http(Check.Http http) {
        keys.put("url", http.url().toString());
        HttpAsk ask = http.ask();
        unless("method", ask.method(), "GET");
        ask.body().ifPresent(body -> keys.put("body", body));
        unless("redirects", Integer.toString(ask.redirects()), Integer.toString(HttpAsk.REDIRECTS));
        unless("http", ask.version().spelled(), HttpAsk.Version.HTTP_1.spelled());
        keys.put(
                "expect",
                http.expectation().status().stream().map(StatusRange::toString).collect(Collectors.joining(",")));
        http.expectation().body().forEach(this::test);
    }

    private void test(BodyTest test) {
        switch (test) {
            case BodyTest.Contains contains -> keys.putIfAbsent("contains", contains.text());
            case BodyTest.Lacks lacks -> keys.putIfAbsent("lacks", lacks.text());
            case BodyTest.Matches matches -> keys.putIfAbsent("matches", matches.regex());
            case BodyTest.Json ignored -> {}
        }
    }

    private void dns(Check.Dns dns) {
        keys.put("dns", dns.name());
        keys.put("type", dns.type());
        DnsExpectation expectation = dns.expectation();
        unless("rcode", expectation.rcode(), DnsExpectation.ANY.rcode());
        expectation.contains().ifPresent(text -> keys.put("contains", text));
        expectation.matches().ifPresent(regex -> keys.put("matches", regex));
    }

    private void startTls(Optional<StartTls> startTls) {
        startTls.ifPresent(one -> keys.put("startTls", one.name().toLowerCase(Locale.ROOT)));
    }

    private void tls(TlsTerms terms) {
        unless("verify", Boolean.toString(terms.verification() == TlsTerms.Verification.FULL), "true");
        terms.leastVersion().ifPresent(version -> keys.put("leastTls", version.substring("TLSv".length())));
        terms.alpn().ifPresent(alpn -> keys.put("alpn", alpn));
        unless("leastDays", Integer.toString(terms.leastDays()), "0");
        unless("warnDays", list(terms.warnAt()), list(TlsTerms.STRICT.warnAt()));
    }

    private void route(Route route, Optional<NameServer> inherited) {
        unless("addresses", route.order().spelled(), AddressOrder.IPV4_FIRST.spelled());
        if (route.resolver().isPresent() || inherited.isPresent()) {
            keys.put("resolver", route.resolver().map(NameServer::spelled).orElse(RouteReader.SYSTEM));
        }
        route.proxy().ifPresent(proxy -> keys.put("proxy", proxy.toString()));
    }

    private void unless(String key, String value, String byDefault) {
        if (!value.equals(byDefault)) {
            keys.put(key, value);
        }
    }

    private static String list(List<Integer> days) {
        return days.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}

package dev.tocsin.probe;

import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.AddressOrder;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.DnsExpectation;
import dev.tocsin.core.target.NameServer;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Route;
import dev.tocsin.core.target.TlsLibrary;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Looks beside the same exchanges on bare sockets: {@code LookBenchmark [seconds of a round] [kind …]}. Rounds of all
 * ways to make one exchange take turns; each figure is the median of its rounds.
 */
final class LookBenchmark {
    private static final int ROUNDS = 3;
    private static final String RAW = "raw sockets";

    private final Duration length;
    private final BenchProcess server;
    private final SocketProber prober;
    private final SocketProber boringSsl;

    private LookBenchmark(Duration length, BenchProcess server, SocketProber prober, SocketProber boringSsl) {
        this.length = length;
        this.server = server;
        this.prober = prober;
        this.boringSsl = boringSsl;
    }

    public static void main(String[] args) throws IOException, GeneralSecurityException, InterruptedException {
        Duration length = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : 5);
        List<String> kinds =
                args.length > 1 ? List.of(args).subList(1, args.length) : List.of("http", "https", "tcp", "dns");
        try (BenchProcess server = BenchProcess.start();
                SocketProber prober = Probers.trusting(server.authorities());
                SocketProber boringSsl = Probers.trusting(server.authorities(), TlsLibrary.CONSCRYPT);
                HttpAlternatives alternatives = new HttpAlternatives(server.http())) {
            LookBenchmark benchmark = new LookBenchmark(length, server, prober, boringSsl);
            System.out.printf(
                    "%-6s %-24s %8s %6s %10s %9s %11s %7s%n",
                    "kind", "by", "looks/s", "ratio", "KiB/look", "µs CPU", "slowest ms", "failed");
            for (String kind : kinds) {
                benchmark.compare(kind, benchmark.ways(kind, new RawExchanges(server), alternatives));
            }
        }
    }

    private Map<String, BenchRound.Exchange> ways(String kind, RawExchanges raw, HttpAlternatives alternatives) {
        Map<String, BenchRound.Exchange> ways = new LinkedHashMap<>();
        ways.put(
                RAW,
                switch (kind) {
                    case "http" -> raw::http;
                    case "https" -> raw::https;
                    case "tcp" -> raw::tcp;
                    default -> raw::dns;
                });
        Check check = check(kind);
        ways.put("look", () -> looks(prober, check));
        if (kind.equals("https")) {
            ways.put("look, Conscrypt", () -> looks(boringSsl, check));
            ways.put("raw, sessions resumed", raw::resumed);
        }
        if (kind.equals("http")) {
            ways.put("OkHttp alone", alternatives::okHttp);
            ways.put("Apache HttpClient 5", alternatives::apache);
            ways.put("small exchange", () -> SmallExchange.succeeds(server.at(server.http())));
            ways.put("JDK HttpClient", alternatives::jdk);
        }
        return ways;
    }

    private Check check(String kind) {
        return switch (kind) {
            case "http" -> url("http://127.0.0.1:" + server.http() + "/");
            case "https" -> url("https://127.0.0.1:" + server.https() + "/");
            case "tcp" -> new Check.Tcp("127.0.0.1", server.tcp());
            case "dns" ->
                new Check.Dns(
                        "www.example.org",
                        "A",
                        DnsExpectation.ANY,
                        new Route(
                                AddressOrder.IPV4_FIRST,
                                NameServer.parse("127.0.0.1:" + server.dns()),
                                Optional.empty()),
                        Optional.empty());
            default -> throw new IllegalArgumentException("http, https, tcp or dns, not " + kind);
        };
    }

    private static Check url(String url) {
        return new Check.Http(URI.create(url), Check.Http.WORKING, Optional.empty());
    }

    private static boolean looks(SocketProber by, Check check) {
        return by.look(check, Reach.ANYWHERE, Duration.ofSeconds(10)).outcome() instanceof Outcome.Up;
    }

    private void compare(String kind, Map<String, BenchRound.Exchange> ways) throws InterruptedException {
        Map<String, List<BenchRound>> rounds = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, BenchRound.Exchange> way : ways.entrySet()) {
                BenchRound result = BenchRound.run(way.getValue(), length);
                if (round > 0) { // The first warms up.
                    rounds.computeIfAbsent(way.getKey(), ignored -> new ArrayList<>())
                            .add(result);
                }
            }
        }
        double ceiling = median(rounds.getOrDefault(RAW, List.of()), BenchRound::perSecond);
        rounds.forEach((way, results) -> print(kind, way, results, ceiling));
    }

    private static void print(String kind, String way, List<BenchRound> rounds, double ceiling) {
        double perSecond = median(rounds, BenchRound::perSecond);
        System.out.printf(
                "%-6s %-24s %8.0f %6.2f %10.1f %9.0f %11.0f %7d%n",
                kind,
                way,
                perSecond,
                perSecond / ceiling,
                median(rounds, BenchRound::bytes) / 1_024,
                median(rounds, BenchRound::cpuMicros),
                rounds.stream().mapToDouble(BenchRound::slowest).max().orElse(0),
                rounds.stream().mapToLong(BenchRound::failed).sum());
    }

    private static double median(List<BenchRound> rounds, ToDoubleFunction<BenchRound> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}

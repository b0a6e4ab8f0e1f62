package dev.tocsin.sample;

import dev.tocsin.core.observe.Attempt;
import dev.tocsin.core.observe.Certificate;
import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.Expectation.Result;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Hop;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings of looks at five servers, as they are seen at {@link Samples#NOON}. */
public final class Findings {
    private static final Failure EXPIRED =
            new Failure(Phase.TLS, FailureKind.TLS_EXPIRED, "NotAfter: Wed Jul 13 11:00:00 UTC 2022");
    private static final Failure REFUSED = new Failure(Phase.TCP, FailureKind.CONNECTION_REFUSED, "");

    private Findings() {}

    public static Finding healthy() {
        Trail trail = new Trail(
                List.of(
                        attempt("[2001:db8::7]:443", 3, new Failure(Phase.TCP, FailureKind.NETWORK_UNREACHABLE, "")),
                        attempt("192.0.2.7:443", 53)),
                List.of(),
                Optional.of(certificate("2022-10-14T12:00:01Z", "TLSv1.3 TLS_AES_128_GCM_SHA256", Optional.of("h2"))),
                List.of(new Expectation("status 200-399", "200", Result.MET)),
                List.of());
        return finding(
                new Outcome.Up(),
                Map.of(Phase.DNS, ms(12), Phase.TCP, ms(22), Phase.TLS, ms(31), Phase.HTTP, ms(22)),
                ms(91),
                trail);
    }

    public static Finding expired() {
        Trail trail = new Trail(
                List.of(attempt("192.0.2.8:443", 49, EXPIRED)),
                List.of(),
                Optional.of(certificate("2022-07-13T11:00:00Z", "", Optional.empty())),
                List.of(),
                List.of());
        return finding(
                new Outcome.Down(EXPIRED),
                Map.of(Phase.DNS, ms(12), Phase.TCP, ms(20), Phase.TLS, ms(29)),
                ms(61),
                trail);
    }

    public static Finding refused() {
        Trail trail = new Trail(
                List.of(
                        new Attempt("192.0.2.9:5432", Duration.ofNanos(412_000), Optional.of(REFUSED)),
                        new Attempt("[2001:db8::9]:5432", Duration.ofNanos(380_000), Optional.of(REFUSED))),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of());
        return finding(
                new Outcome.Down(REFUSED),
                Map.of(Phase.DNS, Duration.ofNanos(600_000), Phase.TCP, Duration.ofNanos(792_000)),
                Duration.ofNanos(1_400_000),
                trail);
    }

    public static Finding dripping() {
        Trail trail = new Trail(
                List.of(attempt("192.0.2.10:80", 20)),
                List.of(),
                Optional.empty(),
                List.of(
                        new Expectation("status 200-399", "200", Result.MET),
                        new Expectation("header Server matches /nginx/", "drip\u001b[31m\u202e", Result.MISSED)),
                List.of("the body was still coming, byte by byte, when the time was over"));
        return finding(
                new Outcome.Down(new Failure(Phase.HTTP, FailureKind.HTTP_TIMEOUT, "")),
                Map.of(Phase.DNS, ms(12), Phase.TCP, ms(20), Phase.HTTP, ms(9_970)),
                ms(10_002),
                trail);
    }

    public static Finding redirecting() {
        Trail trail = new Trail(
                List.of(attempt("192.0.2.7:80", 19), attempt("192.0.2.7:443", 51), attempt("192.0.2.11:443", 64)),
                List.of(
                        new Hop(301, "http://example.org/", "https://example.org/"),
                        new Hop(302, "https://example.org/", "https://www.example.org/" + "long/".repeat(30))),
                Optional.of(certificate("2022-07-17T11:00:00Z", "TLSv1.2 TLS_ECDHE_RSA", Optional.of("http/1.1"))),
                List.of(new Expectation("status 200-399", "200", Result.MET)),
                List.of());
        return finding(
                new Outcome.Degraded(new Failure(Phase.TLS, FailureKind.TLS_EXPIRES_SOON, "in 0 days")),
                Map.of(Phase.DNS, ms(30), Phase.TCP, ms(60), Phase.TLS, ms(75), Phase.HTTP, ms(1_100)),
                ms(1_272),
                trail);
    }

    private static Finding finding(Outcome outcome, Map<Phase, Duration> phases, Duration total, Trail trail) {
        return new Finding(outcome, new Timings(phases, total), Optional.of("192.0.2.7"), trail);
    }

    private static Attempt attempt(String address, long millis) {
        return new Attempt(address, ms(millis), Optional.empty());
    }

    private static Attempt attempt(String address, long millis, Failure failure) {
        return new Attempt(address, ms(millis), Optional.of(failure));
    }

    private static Certificate certificate(String until, String agreed, Optional<String> alpn) {
        return new Certificate(
                "CN=example.org,O=Example Organisation for the Observation of Services,C=AL",
                "CN=Example Authority R3,O=Example Authority,C=US",
                List.of("example.org", "www.example.org", "m.example.org", "a.example", "b.example", "c.example", "d"),
                Instant.parse("2022-06-01T00:00:00Z"),
                Instant.parse(until),
                "0123456789abcdef".repeat(4),
                agreed,
                alpn);
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}

package dev.tocsin.practice;

import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.StatusRange;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is who in the practice network. Pure. */
final class Scenery {
    static final Network GOVERNMENT = new Network(
            new NetworkId("practice-gov"),
            "Practice government network",
            Optional.empty(),
            Optional.of("Practice"),
            ZoneId.of("Europe/Tirane"));
    static final Network ELSEWHERE = new Network(
            new NetworkId("practice-elsewhere"),
            "Practice network elsewhere",
            Optional.empty(),
            Optional.of("Practice"),
            ZoneId.of("Europe/Tirane"));

    /** Quick, so that a first walk takes seconds; a real service would be looked at less often. */
    private static final Pace PACE = new Pace(Duration.ofSeconds(2), Duration.ofSeconds(1));

    private static final Confirm CONFIRM = new Confirm.Count(3, 2, Duration.ofMillis(500));

    private Scenery() {}

    /** A service that is played: its id, its name, and where it stands. */
    record Part(String id, String name, Network network, Kind kind) {}

    enum Kind {
        HTTP,
        TCP
    }

    static List<Part> services() {
        return List.of(
                new Part("gov-portal", "Government portal", GOVERNMENT, Kind.HTTP),
                new Part("gov-parliament", "Parliament", GOVERNMENT, Kind.HTTP),
                new Part("gov-prime-minister", "Prime Minister's Office", GOVERNMENT, Kind.HTTP),
                new Part("gov-e-services", "Citizen e-services", GOVERNMENT, Kind.HTTP),
                new Part("gov-civil-registry", "Civil registry", GOVERNMENT, Kind.HTTP),
                new Part("gov-mail", "Government mail", GOVERNMENT, Kind.TCP),
                new Part("tax-portal", "Tax filing portal", ELSEWHERE, Kind.HTTP));
    }

    static List<Network> networks() {
        return List.of(GOVERNMENT, ELSEWHERE);
    }

    static List<String> controls() {
        return List.of("practice-control-1", "practice-control-2", "practice-control-3");
    }

    static Target target(Part part, int port) {
        return new Target(
                new TargetId(part.id()),
                part.name(),
                check(part.kind(), port),
                Optional.of(part.network().id()),
                Set.of("practice"),
                Severity.NORMAL,
                PACE,
                CONFIRM,
                part.network().zone(),
                Origin.PRACTICE);
    }

    static Control control(String name, int port) {
        return new Control(name, check(Kind.TCP, port));
    }

    private static Check check(Kind kind, int port) {
        return switch (kind) {
            case HTTP ->
                new Check.Http(
                        URI.create("http://127.0.0.1:" + port + "/"),
                        List.of(new StatusRange(200, 399)),
                        Optional.empty());
            case TCP -> new Check.Tcp("127.0.0.1", port);
        };
    }
}

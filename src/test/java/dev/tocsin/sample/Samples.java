package dev.tocsin.sample;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.detect.Cover;
import dev.tocsin.core.detect.Onset;
import dev.tocsin.core.incident.Evidence;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values for tests, each unlike the others. */
public final class Samples {
    /** Saturday 16 July 2022, 12:00 UTC; 14:00 in Tirana. */
    public static final Instant NOON = Instant.parse("2022-07-16T12:00:00Z");

    public static final ZoneId TIRANA = ZoneId.of("Europe/Tirane");
    public static final Vantage HERE = new Vantage("here");
    public static final ChannelRef CONSOLE = ChannelRef.parse("console:main");
    public static final Failure TIMEOUT = new Failure(Phase.TCP, FailureKind.CONNECT_TIMEOUT, "");
    public static final Network GOV =
            new Network(new NetworkId("gov"), "Government network", Optional.of(5576L), Optional.of("Albania"), TIRANA);

    private Samples() {}

    public static Target target(String id) {
        return new Target(
                new TargetId(id),
                "The " + id,
                new Check.Http(URI.create("https://" + id + ".example/"), Check.Http.WORKING, Optional.empty()),
                Optional.of(GOV.id()),
                Set.of("web"),
                Severity.NORMAL,
                new Pace(Duration.ofSeconds(30), Duration.ofSeconds(10)),
                new Confirm.Count(3, 2, Duration.ofSeconds(5)),
                TIRANA,
                Origin.CHAT);
    }

    /** Others of the same network, so that a few that fail do not make it fail. */
    public static Stream<Target> neighbours(int count) {
        return IntStream.range(0, count).mapToObj("neighbour-%02d"::formatted).map(Samples::target);
    }

    /** The same in no network. */
    public static Target alone(Target one) {
        return new Target(
                one.id(),
                one.name(),
                one.check(),
                Optional.empty(),
                one.tags(),
                one.severity(),
                one.pace(),
                one.confirm(),
                one.zone(),
                one.origin());
    }

    /** The same, judged by the filter at this pace. */
    public static Target weighed(Target one, Duration every) {
        return new Target(
                one.id(),
                one.name(),
                one.check(),
                one.network(),
                one.tags(),
                one.severity(),
                new Pace(every, Duration.ofSeconds(10)),
                new Confirm.Weighed(),
                one.zone(),
                one.origin());
    }

    public static Onset onset(Instant firstFailure) {
        return new Onset(Optional.of(firstFailure.minusSeconds(30)), firstFailure, Cover.WATCHED);
    }

    public static Evidence evidence() {
        return new Evidence(
                3, 3, Set.of(HERE), TIMEOUT, Optional.of(new ControlCount(3, 3)), List.of("Tax filing portal"));
    }

    public static Incident incident(long id, String target, Instant firstFailure) {
        return Incident.open(
                new IncidentId(id),
                Subject.OfTarget.of(target(target), Optional.of(GOV)),
                onset(firstFailure),
                firstFailure.plusSeconds(10),
                evidence());
    }

    public static Delivery pending(long number, Notice notice, ChannelRef channel, Instant due) {
        return new Delivery(number, notice, channel, DeliveryState.Pending.untried(due));
    }

    public static Observation look(String target, Instant at, Outcome outcome) {
        return new Observation(
                new TargetId(target),
                HERE,
                at,
                new Finding(
                        outcome,
                        new Timings(
                                Map.of(Phase.TCP, Duration.ofMillis(12), Phase.HTTP, Duration.ofMillis(30)),
                                Duration.ofMillis(42)),
                        Optional.of("192.0.2.7")));
    }

    public static Outcome up() {
        return new Outcome.Up();
    }

    public static Outcome down() {
        return new Outcome.Down(TIMEOUT);
    }
}

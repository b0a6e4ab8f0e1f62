package dev.tocsin.sample;

import dev.tocsin.core.detect.Cover;
import dev.tocsin.core.detect.Restoration;
import dev.tocsin.core.incident.Evidence;
import dev.tocsin.core.incident.Extent;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.message.CatchUp;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.NoticeWriter;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Notices of whole networks. */
final class NetworkNotices {
    private static final Instant NOON = Samples.NOON;
    private static final Instant TOLD = NOON.plusSeconds(40);

    private NetworkNotices() {}

    static void into(Map<String, Message> all) {
        Incident whole = incident(gov(), new Extent(9, 9, 9, 9, names(), Optional.empty()));
        Incident some = incident(gov(), new Extent(3, 3, 3, 9, names().subList(0, 3), Optional.empty()));
        Incident near = incident(near(), new Extent(4, 4, 4, 4, names(), Optional.empty()));
        Incident back = whole.with(new Extent(5, 9, 9, 9, names(), Optional.of(TOLD)));
        all.put("a network is unreachable", NoticeWriter.write(new Notice.Outage(whole), TOLD));
        all.put("a third of a network", NoticeWriter.write(new Notice.Outage(some), TOLD));
        all.put("addresses near each other", NoticeWriter.write(new Notice.Outage(near), TOLD));
        Instant returning = NOON.plus(Duration.ofHours(41));
        all.put("some of a network is back", NoticeWriter.write(new Notice.Returning(back, returning), returning));
        Incident wider = some.with(new Extent(9, 9, 3, 9, names(), Optional.empty()));
        all.put("more of a network is down", NoticeWriter.write(new Notice.Widened(wider, 9, TOLD), TOLD));
        Instant again = NOON.plus(Duration.ofMinutes(43 * 60 + 40));
        Incident over = whole.with(new Extent(0, 9, 9, 9, List.of(), Optional.of(TOLD)))
                .with(new Incident.State.Restored(
                        new Restoration(Optional.of(again.minusSeconds(30)), again, Cover.WATCHED), again));
        all.put("a network is reachable again", NoticeWriter.write(new Notice.Restored(over, again), again));
        Incident part =
                some.with(new Extent(0, 3, 3, 9, List.of(), Optional.empty())).with(over.state());
        all.put("a disruption in part is over", NoticeWriter.write(new Notice.Restored(part, again), again));
        Incident still = Samples.incident(150, "tax", NOON);
        all.put(
                "still down though its network is back",
                NoticeWriter.write(Notice.StillDown.withoutNetwork(still, whole.id(), again), again));
        all.put(
                "a network and another outage",
                CatchUp.write(List.of(new Notice.Outage(whole), new Notice.Outage(still)), TOLD));
    }

    private static Incident incident(Subject subject, Extent extent) {
        return Incident.open(
                        new IncidentId(142),
                        subject,
                        Samples.onset(NOON),
                        TOLD,
                        new Evidence(
                                54,
                                54,
                                Set.of(Samples.HERE),
                                Samples.TIMEOUT,
                                Samples.evidence().controls(),
                                List.of("Tax filing portal")))
                .with(extent);
    }

    private static Subject.OfNetwork gov() {
        return new Subject.OfNetwork(
                "network:gov", Samples.GOV.name(), Optional.of(Samples.GOV), members(9), Severity.HIGH, Samples.TIRANA);
    }

    private static Subject.OfNetwork near() {
        return new Subject.OfNetwork(
                "near:192.0.2.0/24",
                "the range 192.0.2.0/24 (inferred from addresses)",
                Optional.empty(),
                members(4),
                Severity.NORMAL,
                Samples.TIRANA);
    }

    private static List<Subject.Member> members(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Subject.Member(new TargetId("service-" + i), Set.of()))
                .toList();
    }

    private static List<String> names() {
        return List.of("Parliament", "Prime Minister's Office", "e-Albania", "Ministry of Health");
    }
}

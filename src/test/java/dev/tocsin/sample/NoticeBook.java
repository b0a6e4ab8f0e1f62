package dev.tocsin.sample;

import static dev.tocsin.sample.Samples.NOON;

import dev.tocsin.core.detect.Cover;
import dev.tocsin.core.detect.Onset;
import dev.tocsin.core.detect.Restoration;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.message.Amendment;
import dev.tocsin.core.message.CatchUp;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.NoticeWriter;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.observe.ControlCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Notices of every kind, as they are written for people. */
public final class NoticeBook {
    public static final Instant SOON = NOON.plusSeconds(15);
    public static final Instant LATER = NOON.plus(Duration.ofHours(43)).plusSeconds(2_400);

    private NoticeBook() {}

    private static Notice certificate(Duration left) {
        Incident parliament = incident("Parliament", NOON, Cover.WATCHED);
        return new Notice.CertificateEnds(parliament.subject(), "0123456789abcdef0123", SOON.plus(left), 7, SOON);
    }

    /** Every kind of notice in words, by a title. */
    public static Map<String, Message> all() {
        Map<String, Message> all = new LinkedHashMap<>();
        Incident open = incident("Parliament", NOON, Cover.WATCHED);
        Incident unwatched = incident("Parliament", NOON, Cover.UNWATCHED);
        Incident never = Incident.open(
                open.id(), open.subject(), new Onset(Optional.empty(), NOON, Cover.UNWATCHED), SOON, open.evidence());
        Incident noted = open.with(new Incident.SourcedNote("the ministry", "a DNS change went wrong", "ana", SOON));
        all.put("outage", NoticeWriter.write(new Notice.Outage(open), SOON));
        all.put("outage noticed at the start", NoticeWriter.write(new Notice.Outage(unwatched), SOON));
        all.put("outage of a target that never answered", NoticeWriter.write(new Notice.Outage(never), SOON));
        all.put("outage sent late", NoticeWriter.write(new Notice.Outage(open), SOON.plusSeconds(3_600)));
        all.put("still down", NoticeWriter.write(new Notice.StillDown(noted, 4, LATER), LATER));
        all.put("restored", NoticeWriter.write(new Notice.Restored(over(open, 156_000), LATER), LATER));
        Incident back = open.with(new Incident.State.Restored(
                new Restoration(Optional.of(NOON.plusSeconds(90)), LATER, Cover.UNWATCHED), LATER));
        all.put("restored while nobody looked", NoticeWriter.write(new Notice.Restored(back, LATER), LATER));
        all.put(
                "withdrawn",
                NoticeWriter.write(
                        new Notice.Withdrawn(open.with(new Incident.State.Withdrawn(LATER, "ana")), LATER), LATER));
        amended(all, open, noted);
        AssessedNotices.into(all);
        NetworkNotices.into(all);
        all.put("noted", NoticeWriter.write(new Notice.Noted(noted, 1, SOON), SOON));
        all.put(
                "sight lost",
                NoticeWriter.write(new Notice.SightLost(Samples.HERE, NOON, new ControlCount(1, 3), SOON), SOON));
        all.put(
                "sight regained",
                NoticeWriter.write(
                        new Notice.SightRegained(Samples.HERE, NOON, NOON.plusSeconds(300), new ControlCount(3, 3)),
                        NOON.plusSeconds(300)));
        all.put("drill", NoticeWriter.write(drill(), SOON));
        all.put("trouble", NoticeWriter.write(new Notice.Trouble("store", "The disk is full.", SOON), SOON));
        all.put("certificate that ends in a week", NoticeWriter.write(certificate(Duration.ofDays(6)), SOON));
        all.put(
                "certificate that ended while it was accepted",
                NoticeWriter.write(certificate(Duration.ofHours(-3)), SOON));
        List<Notice> six = IntStream.rangeClosed(1, 6)
                .mapToObj(i -> (Notice) new Notice.Outage(numbered(i)))
                .toList();
        all.put("six outages on one network", CatchUp.write(six, SOON));
        List<Notice> storm = new ArrayList<>(six);
        storm.add(new Notice.Restored(over(numbered(2), 600), NOON.plusSeconds(610)));
        storm.add(new Notice.Restored(over(numbered(3), 700), NOON.plusSeconds(710)));
        storm.add(new Notice.SightLost(Samples.HERE, NOON, new ControlCount(0, 3), SOON));
        storm.add(new Notice.SightRegained(Samples.HERE, NOON, NOON.plusSeconds(300), new ControlCount(3, 3)));
        all.put("a platform was away for an hour", CatchUp.write(storm, NOON.plusSeconds(3_700)));
        all.put(
                "all of them are back",
                CatchUp.write(
                        IntStream.rangeClosed(1, 4)
                                .mapToObj(i -> (Notice) new Notice.Restored(over(numbered(i), 60 + i), SOON))
                                .toList(),
                        NOON.plusSeconds(80)));
        return all;
    }

    public static Notice drill() {
        return new Notice.Drill("ana", "testing the night channel", SOON);
    }

    private static Incident numbered(int number) {
        return Samples.incident(number, "service-" + number, NOON.plusSeconds(number));
    }

    public static Incident incident(String name, Instant first, Cover cover) {
        Incident sample = Samples.incident(142, "parliament", first);
        var of = (Subject.OfTarget) sample.subject();
        return Incident.open(
                sample.id(),
                new Subject.OfTarget(of.id(), name, of.address(), of.network(), of.tags(), of.severity(), of.zone()),
                new Onset(Optional.of(first.minusSeconds(cover == Cover.WATCHED ? 30 : 7_200)), first, cover),
                first.plusSeconds(10),
                sample.evidence());
    }

    public static Incident over(Incident open, long seconds) {
        Instant back = NOON.plusSeconds(seconds);
        return open.with(new Incident.State.Restored(
                new Restoration(Optional.of(back.minusSeconds(30)), back, Cover.WATCHED), back.plusSeconds(5)));
    }

    /** What stands in the place of the outage's message later. */
    private static void amended(Map<String, Message> all, Incident open, Incident noted) {
        Incident acknowledged = open.with(Optional.of(new Incident.Acknowledgement("ben", SOON)));
        all.put("outage, acknowledged since", Amendment.write(List.of(new Notice.Outage(acknowledged))));
        all.put("outage, over since", Amendment.write(List.of(new Notice.Outage(over(noted, 156_000)))));
        all.put(
                "outage, withdrawn since",
                Amendment.write(List.of(new Notice.Outage(open.with(new Incident.State.Withdrawn(LATER, "ana"))))));
    }
}

package dev.tocsin.sample;

import static dev.tocsin.sample.Samples.NOON;

import dev.tocsin.core.cause.Assessment;
import dev.tocsin.core.cause.Features;
import dev.tocsin.core.cause.Naming;
import dev.tocsin.core.cause.Scene;
import dev.tocsin.core.cause.Sign;
import dev.tocsin.core.cause.Symptoms;
import dev.tocsin.core.detect.Cover;
import dev.tocsin.core.incident.Evidence;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.message.Amendment;
import dev.tocsin.core.message.CatchUp;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.NoticeWriter;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Phase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Outages that were assessed, each to another cause. */
public final class AssessedNotices {
    private AssessedNotices() {}

    /** An assessment to each cause, and some more that are worded in another way. */
    public static Map<String, Assessment> assessments() {
        Map<String, Scene> scenes = new LinkedHashMap<>();
        Scene gone = Scene.failing(Map.of(Sign.SILENT, 54)).network(9, 0, 9);
        scenes.put(
                "loss of the network", gone.within(40).slower(1).relatives(2, 2).vantages(3, 0));
        scenes.put("loss of the network, little known of it", gone);
        scenes.put("a fault of the service", Scene.failing(Sign.REFUSED).network(1, 8, 9));
        scenes.put(
                "overload",
                Scene.failing(Map.of(Sign.STALLED, 4, Sign.UNAVAILABLE, 2)).slower(4.5));
        scenes.put("failing names", Scene.failing(Sign.NAME).pinned(Naming.Pinned.SERVES));
        scenes.put("a certificate", Scene.failing(Sign.CERTIFICATE));
        scenes.put("an ended certificate", Scene.failing(Sign.CERTIFICATE).ended(NOON.minusSeconds(10_800)));
        scenes.put("a maintenance page", Scene.failing(Sign.UNAVAILABLE).page(Symptoms.Page.OF_MAINTENANCE));
        scenes.put("status 503 with Retry-After", Scene.failing(Sign.COME_BACK_LATER));
        scenes.put("an announced maintenance", Scene.failing(Sign.UNAVAILABLE).plan(Features.Plan.WITHIN));
        scenes.put("the path", Scene.failing(Sign.SILENT).vantages(2, 1));
        scenes.put("our own network", Scene.failing(Sign.SILENT).controls(0, 3));
        scenes.put("nothing", Scene.failing(Sign.REFUSED));
        Map<String, Assessment> assessed = new LinkedHashMap<>();
        scenes.forEach((title, scene) -> assessed.put(title, scene.assessed()));
        return assessed;
    }

    /** What stands for them among notices of all kinds. */
    static void into(Map<String, Message> all) {
        for (String title : List.of("outage assessed to loss of the network", "three outages, the newest assessed")) {
            all.put(title, all().get(title));
        }
    }

    /** One notice for each, and some that tell of several outages or of one that is over. */
    public static Map<String, Message> all() {
        Map<String, Message> all = new LinkedHashMap<>();
        assessments()
                .forEach((title, assessment) -> all.put(
                        "outage assessed to " + title,
                        NoticeWriter.write(new Notice.Outage(parliament(assessment)), NoticeBook.SOON)));
        Assessment loss = assessments().get("loss of the network");
        Assessment nothing = assessments().get("nothing");
        Assessment service = assessments().get("a fault of the service");
        all.put(
                "outage that was assessed, over since",
                Amendment.write(List.of(new Notice.Outage(NoticeBook.over(parliament(loss), 156_000)))));
        all.put("three outages, the newest assessed", told(nothing, nothing, loss));
        all.put("three outages, assessed each to its own", told(nothing, loss, service));
        return all;
    }

    private static Message told(Assessment... assessments) {
        List<Notice> notices = new java.util.ArrayList<>();
        for (Assessment assessment : assessments) {
            int number = notices.size() + 1;
            Assessment later = new Assessment(
                    assessment.label(),
                    assessment.confidence(),
                    assessment.detail(),
                    assessment.cluesFor(),
                    assessment.cluesAgainst(),
                    assessment.cluesBeside(),
                    NOON.plusSeconds(number));
            notices.add(new Notice.Outage(
                    Samples.incident(number, "service-" + number, NOON).with(later)));
        }
        return CatchUp.write(notices, NoticeBook.SOON);
    }

    /** An outage of the parliament's site whose looks failed as the assessment needs it. */
    public static Incident parliament(Assessment assessment) {
        Incident open = NoticeBook.incident("Parliament", NOON, Cover.WATCHED);
        boolean certificate = assessment.clues().anyMatch(clue -> clue.rule().equals("TF1"));
        Evidence before = open.evidence();
        Evidence evidence = certificate
                ? new Evidence(
                        before.failed(),
                        before.looks(),
                        before.vantages(),
                        new Failure(Phase.TLS, FailureKind.TLS_INVALID_HOSTNAME, ""),
                        before.controls(),
                        before.stillReachable())
                : before;
        return Incident.open(open.id(), open.subject(), open.onset(), open.confirmedAt(), evidence)
                .with(assessment);
    }
}

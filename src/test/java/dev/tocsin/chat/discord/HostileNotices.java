package dev.tocsin.chat.discord;

import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.message.CatchUp;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.NoticeWriter;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.target.Network;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.NoticeBook;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hostile names, and notices of targets and networks that have them. */
final class HostileNotices {
    static final List<String> NAMES = List.of(
            "@everyone",
            "<@&1>",
            "```",
            "x".repeat(300),
            "😀".repeat(150),
            "👩‍👩‍👧‍👦 family",
            "pay\u202Egnp.exe\u202C\u2066",
            "[x](http://evil.example)",
            "discord.gg/abc https://discord.gg/abc",
            "\u200B \u200B",
            "**bold** __under__ ||spoiler|| ~~no~~",
            "<:smile:1> <t:0:R> </add:1>",
            "# heading\n> quote\n- list",
            "\\`\\*\\\\");

    private HostileNotices() {}

    static Map<String, Message> all() {
        Map<String, Message> all = new LinkedHashMap<>();
        List<Notice> outages = new ArrayList<>();
        for (String name : NAMES) {
            Incident incident = incident(outages.size() + 1, name);
            Notice outage = new Notice.Outage(incident);
            outages.add(outage);
            all.put("outage " + outages.size(), NoticeWriter.write(outage, NoticeBook.SOON));
            Incident noted = incident.with(new Incident.SourcedNote(name, name, name, NoticeBook.SOON));
            all.put(
                    "note " + outages.size(),
                    NoticeWriter.write(new Notice.Noted(noted, 1, NoticeBook.SOON), NoticeBook.SOON));
        }
        all.put("all", CatchUp.write(outages, NoticeBook.SOON));
        return all;
    }

    private static Incident incident(int number, String name) {
        Network network = new Network(
                new NetworkId("net-" + number), name, Optional.of(64_512L), Optional.of(name), Samples.TIRANA);
        return Incident.open(
                new IncidentId(number),
                Subject.OfTarget.of(named("target-" + number, name), Optional.of(network)),
                Samples.onset(Samples.NOON),
                Samples.NOON.plus(Duration.ofSeconds(10)),
                Samples.evidence());
    }

    static Target named(String id, String name) {
        Target plain = Samples.target(id);
        return new Target(
                new TargetId(id),
                name,
                plain.check(),
                plain.network(),
                plain.tags(),
                plain.severity(),
                plain.pace(),
                plain.confirm(),
                plain.zone(),
                plain.origin());
    }
}

package dev.tocsin.sample;

import dev.tocsin.engine.Rig;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** What is typed in the transcripts, for every way of typing; the rig has the targets portal, mail and tax. */
public final class Nights {
    private Nights() {}

    /** An outage from its onset to its end. */
    public static void outage(Consumer<String> type, Consumer<Consumer<Rig>> meanwhile) {
        type.accept("/status");
        type.accept("/mute mail 2h new disks");
        meanwhile.accept(rig -> {
            rig.dead.addAll(List.of("portal", "mail"));
            rig.run(Duration.ofMinutes(2));
        });
        List.of(
                        "/status",
                        "/incidents",
                        "/incident 1",
                        "/why portal",
                        "/ack 1",
                        "/note 1 \"the ministry\" the power is out until noon",
                        "/mutes")
                .forEach(type);
        meanwhile.accept(rig -> {
            rig.run(Duration.ofSeconds(30));
            rig.dead.clear();
            rig.run(Duration.ofMinutes(2));
        });
        List.of("/incident 1", "/history portal 10m", "/unmute mail", "/audit 3")
                .forEach(type);
    }

    /** Every command that changes something, and what shows it. */
    public static void targets(Consumer<String> type) {
        List.of(
                        "/add https://www.example.org/path",
                        "/add id=db tcp=db.example:5432 tags=a,b every=1m name=\"The \\\"big\\\" one\"",
                        "/add id=db tcp=db.example:5432",
                        "/add id=Bad url=gopher://x evry=1m",
                        "/edit db every=2m tags=",
                        "/pause db",
                        "/resume db",
                        "/targets",
                        "/export",
                        "/remove db",
                        "/subscribe tag:web high",
                        "/subscriptions",
                        "/unsubscribe 1",
                        "/maintenance all 90 min tomorrow 06:00 new switches",
                        "/drill hello",
                        "/check portal",
                        "/practice shutdown",
                        "/about",
                        "/admin")
                .forEach(type);
    }

    /** Lines with something wrong or odd in each. */
    public static List<String> mistakes() {
        return List.of(
                "",
                "/",
                "/stauts",
                "/mute",
                "/mute portal",
                "/mute portal soon",
                "/mute nobody 2h",
                "/mute al 2h",
                "/incident twelve",
                "/incident 99",
                "/ack 99",
                "/why por",
                "/why nothing",
                "/history portal yesterday",
                "/targets all 2 3",
                "/unmute 9",
                "/edit portal id=x",
                "/edit portal what",
                "/remove",
                "/practice moon",
                "/help moot",
                "/subscribe network:moon",
                "/subscribe tag:web urgent",
                "/note 1 x",
                "STATUS",
                "/Mute PORTAL 2H",
                "/mute for=1h what=mail because of rain",
                "/help mute");
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.history.LatencyTally;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.DurationText;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.target.Target;
import dev.tocsin.engine.HistoryQuery;
import dev.tocsin.engine.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What was measured of one target over a time. */
final class HistoryCommand implements Command {
    private static final Duration LONGEST = Duration.ofDays(400);

    private final Surroundings here;

    HistoryCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "history",
                "Uptime, latency and outages of one target",
                Role.EVERYONE,
                List.of(
                        Param.required("name", Param.Kind.TARGET, "a target"),
                        Param.optional("window", Param.Kind.WINDOW, "how far back, 24h if left out, 400 days at most")),
                List.of("/history api", "/history api 365 days"));
    }

    @Override
    public Message handle(Invocation typed) {
        Target target = typed.target("name").orElseThrow();
        Duration asked = typed.window("window").orElse(Duration.ofHours(24));
        Duration window = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        Instant from = typed.now().minus(window);
        Vitals vitals = here.situation().vitals();
        HistoryFigures figures = HistoryFigures.of(here.archive()
                .history(new HistoryQuery(
                        target.id(), target.pace().every(), from, typed.now(), HistoryFigures.grain(window))));
        Message message = Message.of(
                        Tone.INFO,
                        Line.empty()
                                .strong(Telling.name(target))
                                .text(" over the last " + DurationText.of(window) + ": "
                                        + up(figures.uptime(), vitals)))
                .fact("Measured", Line.of(measured(figures)))
                .fact("Latency", Line.of(latency(figures.latencies())));
        Message drawn = notKept(message, vitals)
                .and(new Block.Fixed(figures.strip() + "\n" + Clockface.full(figures.from(), target.zone())
                        + "  to  now\n" + Strip.LEGEND));
        return withIncidents(drawn, target, from, typed.now());
    }

    private Message withIncidents(Message message, Target target, Instant from, Instant now) {
        List<Incident> incidents = here.archive().incidentsOf(target.id(), 20).stream()
                .filter(one -> one.isOpen() || one.confirmedAt().isAfter(from))
                .limit(10)
                .toList();
        return incidents.isEmpty()
                ? message
                : message.and(new Block.Bullets(
                        incidents.stream().map(one -> IncidentLine.of(one, now)).toList()));
    }

    /** Says that the newest looks are not here yet, where the store takes nothing. */
    private static Message notKept(Message message, Vitals vitals) {
        return vitals.storeTrouble()
                .map(text -> message.fact(
                        "Not kept",
                        Line.of("looks of the last while are not counted here: " + vitals.unsavedLooks()
                                + " of all targets wait to be written, " + vitals.lostLooks() + " are lost. " + text)))
                .orElse(message);
    }

    private static String up(Uptime uptime, Vitals vitals) {
        if (Double.isNaN(uptime.share())) {
            return vitals.storeTrouble().isPresent() ? "no look is kept" : "nothing was measured";
        }
        return "up " + percent(uptime.share()) + " of measured time";
    }

    private static String measured(HistoryFigures figures) {
        long unjudged = figures.counts().unjudged();
        return percent(figures.uptime().measured()) + " of the time, by "
                + Counted.of(figures.counts().looks(), "look")
                + (unjudged == 0 ? "" : ", " + unjudged + " of them not counted");
    }

    private static String latency(LatencyTally latencies) {
        return latencies.isEmpty()
                ? "no look was answered"
                : "p50 " + DurationText.of(latencies.percentile(.5)) + " · p95 "
                        + DurationText.of(latencies.percentile(.95)) + " · p99 "
                        + DurationText.of(latencies.percentile(.99));
    }

    /** Rounded down, so that 99.996 % is not told as 100 %. */
    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", Math.floor(share * 10_000) / 100);
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.DurationText;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What was measured of one target over a time. */
final class HistoryCommand implements Command {
    private static final Duration LONGEST = Duration.ofDays(31);

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
                        Param.optional("window", Param.Kind.WINDOW, "how far back, 24h if left out, 31 days at most")),
                List.of("/history api", "/history api 7 days"));
    }

    @Override
    public Message handle(Invocation typed) {
        Target target = typed.target("name").orElseThrow();
        Duration asked = typed.window("window").orElse(Duration.ofHours(24));
        Duration window = asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
        Instant from = typed.now().minus(window);
        List<Observation> looks = here.archive().looks(target.id(), from, typed.now());
        Uptime uptime = Uptime.of(looks, target.pace().every(), from, typed.now());
        Message message = Message.of(
                        Tone.INFO,
                        Line.empty()
                                .strong(Telling.name(target))
                                .text(" over the last " + DurationText.of(window) + ": " + up(uptime)))
                .fact(
                        "Measured",
                        Line.of(percent(uptime.measured()) + " of the time, by " + Counted.of(looks.size(), "look")))
                .fact("Latency", Line.of(latency(looks)))
                .and(new Block.Fixed(Strip.of(looks, target.pace().every(), from, typed.now()) + "\n"
                        + Clockface.full(from, target.zone()) + "  to  now\n" + Strip.LEGEND));
        List<Incident> incidents = here.archive().incidentsOf(target.id(), 20).stream()
                .filter(one -> one.isOpen() || one.confirmedAt().isAfter(from))
                .limit(10)
                .toList();
        return incidents.isEmpty()
                ? message
                : message.and(new Block.Bullets(incidents.stream()
                        .map(one -> IncidentLine.of(one, typed.now()))
                        .toList()));
    }

    private static String up(Uptime uptime) {
        return Double.isNaN(uptime.share())
                ? "nothing was measured"
                : "up " + percent(uptime.share()) + " of measured time";
    }

    private static String latency(List<Observation> looks) {
        List<Duration> sorted = looks.stream()
                .filter(look -> look.outcome().isWorking())
                .map(look -> look.finding().timings().total())
                .sorted()
                .toList();
        if (sorted.isEmpty()) {
            return "no look was answered";
        }
        return "p50 " + DurationText.of(Percentiles.of(sorted, .5)) + " · p95 "
                + DurationText.of(Percentiles.of(sorted, .95)) + " · p99 "
                + DurationText.of(Percentiles.of(sorted, .99));
    }

    /** Rounded down, so that 99.996 % is not told as 100 %. */
    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", Math.floor(share * 10_000) / 100);
    }
}

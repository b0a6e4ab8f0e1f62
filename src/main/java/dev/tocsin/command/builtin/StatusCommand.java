package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.detect.Health;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How everything stands now, what is worst first. */
final class StatusCommand implements Command {
    private static final int MOST = 15;

    /** What is worse comes first. */
    private static final int DOWN = 0;

    private static final int FAILING = 1;
    private static final int LOSING = 2;
    private static final int FRESH = 3;
    private static final int UP = 4;
    private static final int PAUSED = 5;

    private final Surroundings here;

    StatusCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "status",
                "What is down, since when, and what is up",
                Role.EVERYONE,
                List.of(Param.optional("what", Param.Kind.SCOPE, "a target, network or tag; everything if left out")),
                List.of("/status", "/status all"));
    }

    @Override
    public Message handle(Invocation typed) {
        Scope scope = typed.scope("what").orElse(new Scope.Everything());
        List<Standing> standings = here.situation().standings().stream()
                .filter(one -> scope.covers(one.target()))
                .toList();
        Tally tally = Tally.of(standings);
        Line headline = headline(standings, tally, scope);
        Message message = Telling.sight(here.situation().sight(), typed.caller().zone())
                .map(text -> Message.of(Tone.WARNING, headline).and(new Block.Paragraph(Line.of(text))))
                .orElseGet(() -> Message.of(tally.of(DOWN) > 0 ? Tone.ALERT : Tone.INFO, headline));
        return extras(lines(message, standings, typed), standings, typed);
    }

    /** How many there are of each rank. */
    private record Tally(List<Integer> counts) {
        static Tally of(List<Standing> standings) {
            int[] counts = new int[PAUSED + 1];
            standings.forEach(one -> counts[rank(one)]++);
            return new Tally(Arrays.stream(counts).boxed().toList());
        }

        int of(int rank) {
            return counts.get(rank);
        }
    }

    /** Of thousands that are up none is listed, so none is put in order either. */
    private Message lines(Message message, List<Standing> standings, Invocation typed) {
        List<Standing> shown = standings.stream()
                .filter(one -> rank(one) < UP || standings.size() == 1)
                .sorted(Comparator.comparingInt(StatusCommand::rank)
                        .thenComparing(one -> one.stance().health().since())
                        .thenComparing(one -> one.target().id()))
                .toList();
        if (shown.isEmpty()) {
            return message;
        }
        List<Line> lines = new ArrayList<>();
        shown.stream()
                .limit(MOST)
                .forEach(one -> lines.add(Line.empty()
                        .strong(Telling.name(one.target()))
                        .text(" (")
                        .code(one.target().id().value())
                        .text(") " + Telling.phrase(one, one.target().zone(), typed.now()))));
        if (shown.size() > MOST) {
            lines.add(Line.of("+" + (shown.size() - MOST) + " more; /targets lists all"));
        }
        return message.and(new Block.Bullets(lines));
    }

    private Message extras(Message message, List<Standing> standings, Invocation typed) {
        List<Mute> holding = here.situation().mutes().stream()
                .filter(mute -> mute.holdsAt(typed.now()))
                .filter(mute -> typed.scope("what").isEmpty()
                        || standings.stream().anyMatch(one -> mute.scope().covers(one.target())))
                .toList();
        Message muted = holding.isEmpty()
                ? message
                : message.fact(
                        "Notices held back",
                        Line.of(String.join(
                                "; ",
                                holding.stream()
                                        .limit(5)
                                        .map(mute -> Telling.mute(
                                                mute, typed.caller().zone()))
                                        .toList())));
        return here.situation()
                .storeTrouble()
                .map(text -> muted.fact("Store", Line.of(text)))
                .orElse(muted);
    }

    private Line headline(List<Standing> standings, Tally tally, Scope scope) {
        if (standings.isEmpty()) {
            return Line.of("Nothing is watched"
                    + (scope instanceof Scope.Everything
                            ? " yet; /add adds a target."
                            : " under " + scope.spelled() + "."));
        }
        List<String> parts = new ArrayList<>();
        parts.add(tally.of(DOWN) + " of " + standings.size() + " down");
        parts.add(tally.of(UP) + " up");
        add(parts, tally.of(FAILING), "failing, not confirmed");
        add(parts, tally.of(LOSING), "losing some looks");
        add(parts, tally.of(FRESH), "not looked at yet");
        if (tally.of(PAUSED) > 0) {
            add(parts, tally.of(PAUSED), "paused" + outages(standings));
        }
        return Line.of(String.join(" · ", parts));
    }

    /** The open outages of what is paused: nobody looks whether they last. */
    private String outages(List<Standing> standings) {
        Set<TargetId> paused = standings.stream()
                .filter(one -> one.watching() == Standing.Watching.PAUSED)
                .map(one -> one.target().id())
                .collect(Collectors.toSet());
        List<String> open = here.situation().openIncidents().stream()
                .filter(one -> one.subject() instanceof Subject.OfTarget of && paused.contains(of.id()))
                .map(one -> one.id().toString())
                .toList();
        return open.isEmpty()
                ? ""
                : (open.size() == 1 ? " (outage " : " (outages ") + String.join(", ", open) + " open)";
    }

    private static void add(List<String> parts, int count, String what) {
        if (count > 0) {
            parts.add(count + " " + what);
        }
    }

    private static int rank(Standing one) {
        if (one.watching() == Standing.Watching.PAUSED) {
            return PAUSED;
        }
        return switch (one.stance().health()) {
            case Health.Down ignored -> DOWN;
            case Health.Recovering ignored -> DOWN;
            case Health.Suspected ignored -> FAILING;
            case Health.Losing ignored -> LOSING;
            case Health.Unknown ignored -> FRESH;
            case Health.Up ignored -> UP;
        };
    }
}

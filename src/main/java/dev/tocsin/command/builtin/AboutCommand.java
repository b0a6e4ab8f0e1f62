package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invitation;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.DurationText;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.engine.Vitals;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How the bot itself is doing. */
final class AboutCommand implements Command {
    private final Surroundings here;

    AboutCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "about",
                "The bot itself: version, load, lateness, controls",
                Role.EVERYONE,
                List.of(),
                List.of("/about"));
    }

    @Override
    public Message handle(Invocation typed) {
        Vitals vitals = here.situation().vitals();
        int targets = here.situation().roster().targets().size();
        Message message = Message.of(
                        Tone.INFO,
                        "Tocsin " + here.version() + ", up "
                                + DurationText.of(Duration.between(vitals.startedAt(), typed.now())))
                .fact(
                        "Watching",
                        Line.of(Counted.of(targets, "target") + " from "
                                + here.situation().vantage() + ", "
                                + String.format(Locale.ROOT, "%.1f", vitals.looksPerSecond()) + " looks/s, "
                                + vitals.inFlight()
                                + " in flight"))
                .fact(
                        "Lateness",
                        Line.of("p50 " + DurationText.of(vitals.latenessP50()) + ", p99 "
                                + DurationText.of(vitals.latenessP99()) + " over the last minute; "
                                + Counted.of(vitals.missed(), "look") + " missed since the start"))
                .fact(
                        "Waiting",
                        Line.of((vitals.backlog() < 0
                                        ? "an unknown number of notices"
                                        : Counted.of(vitals.backlog(), "notice"))
                                + " to be sent, " + Counted.of(vitals.unsavedLooks(), "look") + " to be written, "
                                + Counted.of(vitals.lostLooks(), "look") + " lost"))
                .fact("Controls", Line.of(controls(here.situation().sight())));
        return invited(vitals.storeTrouble()
                .map(text -> message.fact("Store", Line.of(text)))
                .orElse(message));
    }

    private Message invited(Message message) {
        Message all = message;
        for (Invitation invitation : here.invitations().get()) {
            all = all.fact("Invite to " + invitation.platform(), Line.empty().code(invitation.link()));
        }
        return all;
    }

    private static String controls(Sight sight) {
        return switch (sight) {
            case Sight.Unguarded ignored -> "none asked: the bot cannot tell its own network's failure from others'";
            case Sight.Clear clear -> clear.controls() + " answer";
            case Sight.Blind blind -> "only " + blind.controls() + " answer: monitoring is paused";
        };
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.command.Invocation;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.DurationText;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.target.Scope;
import dev.tocsin.engine.Change;
import dev.tocsin.engine.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What mutes and maintenance have in common. */
final class Silencing {
    private Silencing() {}

    static Message begin(
            Surroundings here, Invocation typed, Mute.Purpose purpose, Scope scope, Instant from, Instant until) {
        Request request = new Request.Silence(
                purpose,
                scope,
                from,
                until,
                typed.text("reason").orElse(""),
                typed.caller().name());
        return Answers.to(
                here.requests().submit(request), changes -> done(here, typed, purpose, scope, from, until, changes));
    }

    private static Message done(
            Surroundings here,
            Invocation typed,
            Mute.Purpose purpose,
            Scope scope,
            Instant from,
            Instant until,
            List<Change> changes) {
        long covered = here.situation().roster().targets().values().stream()
                .filter(scope::covers)
                .count();
        String word = purpose == Mute.Purpose.MUTE ? "Muted " : "Maintenance of ";
        String start = from.isAfter(typed.now())
                ? " from " + Clockface.full(from, typed.caller().zone())
                : "";
        Message message = Answers.good(word + scope.spelled() + " (" + Counted.of(covered, "target") + ")"
                        + start + " until "
                        + Clockface.full(until, typed.caller().zone()) + ", "
                        + DurationText.of(Duration.between(from, until)))
                .fact(
                        "Meanwhile",
                        Line.of("looks go on; a return is still told where the outage was told, and what is"
                                + " down at the end is told then"));
        String reason = typed.text("reason").orElse("");
        message = reason.isEmpty() ? message : message.fact("Reason", Line.of(OutsideText.cut(reason, 100)));
        for (Change change : changes) {
            if (change instanceof Change.MuteWritten(Mute mute)) {
                message = message.suggest("Undo", "/unmute " + mute.id());
            }
        }
        return message;
    }
}

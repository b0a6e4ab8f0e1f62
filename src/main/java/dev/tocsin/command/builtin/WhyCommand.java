package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.detect.Outlook;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.DurationText;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.target.Target;
import dev.tocsin.engine.Standing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a target is held to be as it is, and who was told. */
final class WhyCommand implements Command {
    private final Surroundings here;

    WhyCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "why",
                "The last looks at a target, what would confirm a change, who was told",
                Role.EVERYONE,
                List.of(Param.required("name", Param.Kind.TARGET, "a target")),
                List.of("/why api", "/why \"Tax filing portal\""));
    }

    @Override
    public Message handle(Invocation typed) {
        Target target = typed.target("name").orElseThrow();
        Optional<Standing> found = here.situation().standing(target.id());
        return found.map(standing -> tell(standing, typed))
                .orElseGet(() -> Message.of(Tone.ERROR, target.id() + " is not watched any more."));
    }

    private Message tell(Standing standing, Invocation typed) {
        Target target = standing.target();
        ZoneId zone = target.zone();
        Message message = Message.of(
                        Tone.INFO,
                        Line.empty()
                                .strong(Telling.name(target))
                                .text(" is " + Telling.phrase(standing, zone, typed.now())))
                .fact(
                        "Looked at",
                        Line.of(target.check().kind().toUpperCase(Locale.ROOT) + " "
                                + OutsideText.cut(target.check().address(), 120) + " every "
                                + DurationText.of(target.pace().every())))
                .fact("Rule", Line.of(BeliefWords.of(standing.stance().belief(), target.confirm())))
                .fact("What would tip it", Line.of(tip(standing, typed.now())))
                .fact(
                        "Looks since the start",
                        Line.of(standing.counts().made() + " made, "
                                + standing.counts().unjudged() + " did not count, "
                                + standing.counts().missed() + " missed"));
        List<Line> looks = standing.recent().stream()
                .map(look -> Line.of(Telling.look(look, zone)))
                .toList();
        message = looks.isEmpty() ? message : message.and(new Block.Bullets(looks));
        message = mutes(message, target, typed);
        message = message.fact(
                "Network",
                Line.of(NetworkWords.sentence(
                        here.situation().place(target.id()), here.situation().roster(), typed.now())));
        message = message.fact("Subscribed", Line.of(subscribed(target)));
        return deliveries(message, target);
    }

    private Message mutes(Message message, Target target, Invocation typed) {
        List<String> mutes = here.situation().mutes().stream()
                .filter(mute -> mute.holdsAt(typed.now()) && mute.scope().covers(target))
                .map(mute -> Telling.mute(mute, typed.caller().zone()))
                .toList();
        return mutes.isEmpty() ? message : message.fact("Notices held back", Line.of(String.join("; ", mutes)));
    }

    private String subscribed(Target target) {
        List<String> channels = here.situation().subscriptions().stream()
                .filter(one -> one.scope().covers(target) && one.atLeast().compareTo(target.severity()) <= 0)
                .map(Subscription::channel)
                .map(Object::toString)
                .distinct()
                .toList();
        return channels.isEmpty() ? "no channel: nobody is told" : String.join(", ", channels);
    }

    private Message deliveries(Message message, Target target) {
        List<Incident> last = here.archive().incidentsOf(target.id(), 1);
        if (last.isEmpty()) {
            return message;
        }
        List<Line> lines = here.archive().deliveries(last.getFirst().id()).stream()
                .map(one -> Line.of(delivery(one, target.zone())))
                .limit(12)
                .toList();
        Message titled = message.fact("Its last outage", Line.of(last.getFirst().id() + ", notices:"));
        return lines.isEmpty() ? titled : titled.and(new Block.Bullets(lines));
    }

    private static String delivery(Delivery delivery, ZoneId zone) {
        String key = delivery.notice().key();
        String what = key.substring(key.indexOf('/', key.indexOf('/') + 1) + 1) + " to " + delivery.channel() + ": ";
        return what
                + switch (delivery.state()) {
                    case DeliveryState.Pending pending ->
                        "waiting, tried " + pending.attempts() + " times"
                                + (pending.lastError().isEmpty()
                                        ? ""
                                        : " (" + OutsideText.cut(pending.lastError(), 80) + ")");
                    case DeliveryState.Delivered delivered ->
                        "delivered " + Clockface.full(delivered.at(), zone) + ", receipt "
                                + delivered.receipt().message();
                    case DeliveryState.Held held ->
                        "held back, "
                                + held.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                + (held.detail().isEmpty() ? "" : " " + OutsideText.cut(held.detail(), 80));
                    case DeliveryState.Rejected rejected -> "refused: " + OutsideText.cut(rejected.why(), 80);
                };
    }

    private String tip(Standing standing, Instant now) {
        Target target = standing.target();
        return Outlook.ofOutage(target, standing.stance(), here.situation().vantage(), now)
                .map(outlook -> BeliefWords.failed(outlook) + " would confirm an outage")
                .or(() -> Outlook.ofEnd(
                                target, standing.stance(), here.situation().vantage(), now)
                        .map(outlook -> BeliefWords.good(outlook) + " would confirm that it answers again"))
                .orElse("nothing soon");
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
import dev.tocsin.engine.Change;
import dev.tocsin.engine.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells this channel of outages from now on. */
final class SubscribeCommand implements Command {
    private final Surroundings here;

    SubscribeCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "subscribe",
                "Tell this channel of outages and returns",
                Role.CHANNEL_MANAGER,
                List.of(
                        Param.optional("what", Param.Kind.SCOPE, "a target, network or tag; everything if left out"),
                        Param.choice(
                                "atleast",
                                Param.Need.OPTIONAL,
                                "lowest severity that is told",
                                List.of("low", "normal", "high")),
                        Param.choice(
                                "follow",
                                Param.Need.OPTIONAL,
                                "what follows an outage: replies, a thread, or edits of its message alone",
                                List.of("reply", "thread", "edit")),
                        Param.optional("mention", Param.Kind.TEXT, "roles and people to call to outages, in Discord")),
                List.of("/subscribe", "/subscribe all high", "/subscribe network:gov low thread"));
    }

    @Override
    public Message handle(Invocation typed) {
        Optional<String> wrong = wrong(typed);
        if (wrong.isPresent()) {
            return Message.of(Tone.ERROR, wrong.get());
        }
        Scope scope = typed.scope("what").orElse(new Scope.Everything());
        Severity atLeast = typed.text("atleast")
                .map(text -> Severity.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(Severity.LOW);
        Manner manner = new Manner(following(typed), mentions(typed).orElse(List.of()));
        Request request = new Request.Subscribe(
                typed.caller().channel(), scope, atLeast, manner, typed.caller().name());
        return Answers.to(here.requests().submit(request), changes -> done(scope, changes));
    }

    private static Optional<String> wrong(Invocation typed) {
        boolean plain = following(typed) == Manner.Following.REPLY
                && typed.text("mention").isEmpty();
        if (typed.caller().channel().platform().equals("console") && !plain) {
            return Optional.of(
                    "The console has no threads and no edits, and calls nobody; leave <follow> and <mention> out.");
        }
        return mentions(typed).isPresent()
                ? Optional.empty()
                : Optional.of(
                        "<mention> takes " + Mentions.MOST + " roles and people at most, chosen with @ or written as"
                                + " role: or user: and an id; everyone and here cannot be called.");
    }

    private static Manner.Following following(Invocation typed) {
        return typed.text("follow")
                .map(text -> Manner.Following.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(Manner.Following.REPLY);
    }

    private static Optional<List<Manner.Mention>> mentions(Invocation typed) {
        return Mentions.read(typed.text("mention").orElse(""));
    }

    private Message done(Scope scope, List<Change> changes) {
        long covered = here.situation().roster().targets().values().stream()
                .filter(scope::covers)
                .count();
        Message message = Answers.good(
                "This channel is told of " + scope.spelled() + " from now on: " + Counted.of(covered, "target")
                        + " today. Outages that last already are not told; /incidents lists them.");
        for (Change change : changes) {
            if (change instanceof Change.SubscriptionWritten written) {
                message = message.suggest(
                        "Undo", "/unsubscribe " + written.subscription().id());
            }
        }
        return message;
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Param;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.engine.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Ends a subscription of this channel. */
final class UnsubscribeCommand implements Command {
    private final Surroundings here;

    UnsubscribeCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "unsubscribe",
                "Stop telling this channel",
                Role.CHANNEL_MANAGER,
                List.of(Param.required("number", Param.Kind.NUMBER, "its number in /subscriptions")),
                List.of("/unsubscribe 3"));
    }

    @Override
    public Message handle(Invocation typed) {
        long number = typed.number("number").orElseThrow();
        Optional<Subscription> found = here.situation().subscriptions().stream()
                .filter(one -> one.id() == number)
                .filter(one -> one.channel().equals(typed.caller().channel())
                        || typed.caller().role() == Role.ADMIN)
                .findFirst();
        if (found.isEmpty()) {
            return Message.of(
                    Tone.ERROR, "This channel has no subscription " + number + "; /subscriptions lists them.");
        }
        Subscription one = found.get();
        return Answers.to(
                here.requests()
                        .submit(new Request.Unsubscribe(number, typed.caller().name())),
                changes -> Answers.good(one.channel() + " is no longer told of "
                                + one.scope().spelled() + ". An outage it was told of is still told to its end.")
                        .suggest(
                                "Undo",
                                "/subscribe " + one.scope().spelled() + " "
                                        + one.atLeast().name().toLowerCase(Locale.ROOT)));
    }
}

package dev.tocsin.command.builtin;

import dev.tocsin.command.Command;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Invocation;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.target.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who is told of what. */
final class SubscriptionsCommand implements Command {
    private final Surroundings here;

    SubscriptionsCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "subscriptions",
                "What this channel is told of; admins see every channel",
                Role.CHANNEL_MANAGER,
                List.of(),
                List.of("/subscriptions"));
    }

    @Override
    public Message handle(Invocation typed) {
        List<List<String>> rows = here.situation().subscriptions().stream()
                .filter(one -> typed.caller().role() == Role.ADMIN
                        || one.channel().equals(typed.caller().channel()))
                .sorted(Comparator.comparingLong(Subscription::id))
                .map(SubscriptionsCommand::row)
                .toList();
        if (rows.isEmpty()) {
            return Message.of(Tone.INFO, "This channel is told of nothing.")
                    .suggest("Tell it of everything", "/subscribe");
        }
        return Message.of(Tone.INFO, rows.size() + (rows.size() == 1 ? " subscription" : " subscriptions"))
                .and(new Block.Table(List.of("number", "channel", "told of", "at least", "manner", "by"), rows));
    }

    private static List<String> row(Subscription one) {
        return List.of(
                one.origin() == Origin.FILE ? "file" : Long.toString(one.id()),
                one.channel().toString(),
                one.scope().spelled(),
                one.atLeast().name().toLowerCase(Locale.ROOT),
                manner(one.manner()),
                OutsideText.cut(one.by(), 40));
    }

    private static String manner(Manner manner) {
        String following = manner.following().name().toLowerCase(Locale.ROOT);
        return manner.mentions().isEmpty()
                ? following
                : following + ", calls "
                        + manner.mentions().stream()
                                .map(Manner.Mention::toString)
                                .collect(Collectors.joining(" "));
    }
}

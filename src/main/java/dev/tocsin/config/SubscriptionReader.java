package dev.tocsin.config;

import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.TargetId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads who is told of what, and tells where nobody would ever be told. */
final class SubscriptionReader {
    private final Problems problems;
    private final Path file;
    private final Known known;
    private final ChannelReader channels;

    SubscriptionReader(Problems problems, Path file, Known known, ChannelReader channels) {
        this.problems = problems;
        this.file = file;
        this.known = known;
        this.channels = channels;
    }

    /** The subscriptions; those of the file are numbered -1, -2 and so on. */
    List<Subscription> read(View root) {
        List<Subscription> subscriptions = new ArrayList<>();
        long number = 0;
        for (View view : root.views("subscriptions")) {
            number--;
            long id = number;
            Optional<Scope> scope = scope(view.text("to").orElse("all"));
            scope.flatMap(known::mistake).ifPresent(text -> problems.add(view.placeOf("to"), text));
            view.node("channel")
                    .filter(Node.Text.class::isInstance)
                    .flatMap(node -> channels.read((Node.Text) node))
                    .ifPresent(channel -> subscriptions.add(new Subscription(
                            id,
                            channel,
                            scope.orElse(new Scope.Everything()),
                            TargetReader.severity(view, "atLeast", Severity.LOW),
                            manner(view, channel),
                            Origin.FILE,
                            file.getFileName().toString(),
                            Instant.EPOCH)));
        }
        return subscriptions;
    }

    private Manner manner(View view, ChannelRef channel) {
        List<Node.Text> mentions = view.texts("mention").stream()
                .filter(text -> Manner.Mention.FORM.matcher(text.value()).matches())
                .toList();
        Manner.Following following = Manner.Following.valueOf(view.text("follow")
                .filter(Forms.FOLLOWING.words()::contains)
                .orElse("reply")
                .toUpperCase(Locale.ROOT));
        if (channel.platform().equals("console")) {
            if (following != Manner.Following.REPLY) {
                problems.add(view.placeOf("follow"), "has no effect in the console; leave it out");
            }
            mentions.forEach(text -> problems.add(text.place(), "nobody can be called in the console; leave it out"));
        }
        return new Manner(
                following,
                mentions.stream()
                        .map(text -> Manner.Mention.parse(text.value()))
                        .toList());
    }

    private static Optional<Scope> scope(String text) {
        if (text.equals("all")) {
            return Optional.of(new Scope.Everything());
        }
        String name = text.substring(text.indexOf(':') + 1);
        if (!TargetId.FORM.matcher(name).matches()) {
            return Optional.empty();
        }
        return switch (text.substring(0, text.indexOf(':') + 1)) {
            case "network:" -> Optional.of(new Scope.OfNetwork(new NetworkId(name)));
            case "tag:" -> Optional.of(new Scope.OfTag(name));
            case "" -> Optional.of(new Scope.OfTarget(new TargetId(name)));
            default -> Optional.empty();
        };
    }
}

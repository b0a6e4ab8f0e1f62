package dev.tocsin.chat.telegram;

import dev.tocsin.command.CommandSpec;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginChannel;

/** What people type. Safe for use by many threads, which it blocks. */
final class Commands {
    /** What was asked longer ago is not what is wanted now. */
    static final Duration FRESH = Duration.ofMinutes(5);

    private static final String START = "start";

    private final List<CommandSpec> specs;
    private final Clerk clerk;
    private final Callers callers;
    private final Myself myself;
    private final Replies replies;
    private final Set<Long> toldAway = ConcurrentHashMap.newKeySet();

    /** What is said to people, and what they say to that. */
    record Replies(Answers answers, Searches searches) {}

    /** What a message asks for. */
    private sealed interface Asked {
        record Nothing() implements Asked {}

        record Greeting() implements Asked {}

        record Command(String line) implements Asked {}

        /** A part of a name that is searched. */
        record Part(Pick pick) implements Asked {}

        /** A channel that is to be told of something. */
        record Channel(long id) implements Asked {}
    }

    Commands(List<CommandSpec> specs, Clerk clerk, Callers callers, Myself myself, Replies replies) {
        this.specs = List.copyOf(specs);
        this.clerk = clerk;
        this.callers = callers;
        this.myself = myself;
        this.replies = replies;
    }

    /**
     * Answers what is meant for the bot; the rest is none of its business.
     *
     * @param now Telegram's time, where it is known
     */
    void said(Message message, Optional<Instant> now) {
        Optional<Speaker> speaker = Speaker.of(message);
        Asked asked = speaker.isEmpty() ? new Asked.Nothing() : asked(message);
        if (asked instanceof Asked.Nothing) {
            return;
        }
        Address at = Address.of(message);
        if (now.filter(time -> isOld(message.getDate(), time)).isPresent()) {
            away(at, message);
            return;
        }
        toldAway.remove(at.chat());
        answer(asked, speaker.get(), message, at)
                .ifPresent(offer -> replies.answers().reply(at, message.getMessageId(), offer));
    }

    /** Whether somebody may wait for an answer to it, as far as the message itself tells. */
    boolean mayBeMeant(Message message) {
        return message.getText() != null
                && message.getForwardOrigin() == null
                && (message.getChat().isUserChat()
                        || Typed.of(message.getText())
                                .flatMap(typed -> typed.spec(specs))
                                .isPresent());
    }

    private Optional<Offer> answer(Asked asked, Speaker speaker, Message message, Address at) {
        if (asked instanceof Asked.Greeting) {
            return Optional.of(Offer.plain(Welcome.hello()));
        }
        Asker asker = callers.of(speaker, message.getChat(), at);
        return switch (asked) {
            case Asked.Command(String line) -> Optional.of(clerk.answered(asker, line));
            case Asked.Part(Pick pick) -> Optional.of(clerk.found(asker, pick));
            case Asked.Channel(long id) -> clerk.channel(asker, id);
            case Asked.Greeting greeting -> Optional.empty();
            case Asked.Nothing nothing -> Optional.empty();
        };
    }

    private Asked asked(Message message) {
        boolean direct = message.getChat().isUserChat();
        if (message.getForwardOrigin() != null) {
            return direct && message.getForwardOrigin() instanceof MessageOriginChannel origin
                    ? new Asked.Channel(origin.getChat().getId())
                    : new Asked.Nothing();
        }
        if (message.getText() == null) {
            return new Asked.Nothing();
        }
        Optional<Typed> typed = Typed.of(message.getText());
        return typed.map(one -> command(one, direct))
                .orElseGet(() -> replies.searches()
                        .answered(message)
                        .<Asked>map(pick -> new Asked.Part(pick.of(message.getText())))
                        .orElseGet(() ->
                                direct ? new Asked.Command(Typed.straight(message.getText())) : new Asked.Nothing()));
    }

    /** In private every command is meant for the bot; elsewhere those that it knows, or that name it. */
    private Asked command(Typed typed, boolean direct) {
        boolean known = typed.spec(specs).isPresent();
        boolean mine = typed.bot().map(myself::isCalled).orElse(direct || known);
        if (!mine) {
            return new Asked.Nothing();
        }
        return typed.name().equalsIgnoreCase(START) ? new Asked.Greeting() : new Asked.Command(typed.line(specs));
    }

    private static boolean isOld(int seconds, Instant now) {
        return Instant.ofEpochSecond(seconds).plus(FRESH).isBefore(now);
    }

    private void away(Address at, Message message) {
        if (toldAway.add(at.chat())) {
            var told = dev.tocsin.core.message.Message.of(
                            Tone.WARNING,
                            "The bot was away; nothing was done of what was asked more than 5 minutes ago.")
                    .fact("Then", Line.of("ask again, where it is still wanted"));
            replies.answers().reply(at, message.getMessageId(), Offer.plain(told));
        }
    }
}

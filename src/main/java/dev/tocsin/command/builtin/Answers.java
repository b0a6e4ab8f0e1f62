package dev.tocsin.command.builtin;

import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.engine.Change;
import dev.tocsin.engine.Reply;
import java.util.List;
import java.util.function.Function;

/** What is said to a request's reply. Pure. */
final class Answers {
    private Answers() {}

    /** The message for what was done; where it is kept only in memory, that is said too. */
    static Message to(Reply reply, Function<List<Change>, Message> done) {
        return switch (reply) {
            case Reply.Refused(String why) -> Message.of(Tone.ERROR, why);
            case Reply.Waiting() ->
                Message.of(
                        Tone.WARNING,
                        "Not done yet: it waits its turn, and may still be done or refused. Look before you ask again.");
            case Reply.Done(List<Change> changes, Reply.Kept kept) -> {
                Message message = done.apply(changes);
                yield switch (kept) {
                    case IN_STORE -> message;
                    case IN_MEMORY ->
                        message.fact(
                                "Kept in memory only",
                                Line.of(
                                        "the store cannot be written now; this is lost if the bot stops before it can"));
                };
            }
        };
    }

    static Message good(String headline) {
        return Message.of(Tone.GOOD, headline);
    }
}

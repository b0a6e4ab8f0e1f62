package dev.tocsin.chat.telegram;

import dev.tocsin.command.Caller;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Span;
import dev.tocsin.core.message.Tone;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;

/**
 * Buttons that people press. Each is let go within a second, whatever becomes of the rest. Safe for use by many threads,
 * which it blocks.
 */
final class Presses {
    private static final Logger LOG = LoggerFactory.getLogger(Presses.class);
    private static final String OUTDATED =
            "That is too old to act on; ask again with the command itself, or see /help.";
    private static final Message AWAY = Message.of(
            Tone.WARNING,
            "The bot was away when a button here was pressed, and did nothing; press it again, where it is still"
                    + " wanted.");
    private static final String NOT_YOURS = "These pages are for those who may ask for them.";

    private final Clerk clerk;
    private final Callers callers;
    private final Answers answers;
    private final Searches searches;
    private final Turning turning;
    private final Keys keys;

    /** How long ago a button was pressed, which Telegram does not say. */
    enum Age {
        YOUNG,
        /** It may have waited for the bot to be back. */
        UNKNOWN
    }

    /** What is done once the button is let go. */
    private sealed interface Deed {
        record Alert(String words) implements Deed {}

        record Post(Runnable posting) implements Deed {}
    }

    Presses(Clerk clerk, Callers callers, Commands.Replies replies, Turning turning, Keys keys) {
        this.clerk = clerk;
        this.callers = callers;
        this.answers = replies.answers();
        this.searches = replies.searches();
        this.turning = turning;
        this.keys = keys;
    }

    /** The work, which may take its time, is done in the lane. */
    void pressed(CallbackQuery query, Lanes lanes, String lane, Duration quick) {
        AtomicReference<Deed> deed = new AtomicReference<>();
        CompletableFuture<Void> done = lanes.run(lane, () -> deed.set(deed(query)));
        try {
            done.get(quick.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answers.let(query.getId());
            late(query, done, deed);
            return;
        } catch (ExecutionException closing) {
            LOG.debug("a button is not acted on: {}", closing.toString());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return;
        }
        if (deed.get() instanceof Deed.Alert(String words)) {
            answers.alert(query.getId(), words);
            return;
        }
        answers.let(query.getId());
        if (deed.get() instanceof Deed.Post(Runnable posting)) {
            posting.run();
        }
    }

    /** What was pressed while the bot was away is acted on where Telegram still waits for an answer to it. */
    void waited(CallbackQuery query, Lanes lanes, String lane) {
        if (!answers.isLet(query.getId())) {
            Optional.ofNullable(query.getMessage())
                    .ifPresent(under -> answers.reply(Address.of(under), under.getMessageId(), Offer.plain(AWAY)));
            return;
        }
        AtomicReference<Deed> deed = new AtomicReference<>();
        late(query, lanes.run(lane, () -> deed.set(deed(query))), deed);
    }

    private void late(CallbackQuery query, CompletableFuture<Void> done, AtomicReference<Deed> deed) {
        try {
            done.get();
            Optional.ofNullable(deed.get()).ifPresent(late -> after(query, late));
        } catch (ExecutionException closing) {
            LOG.debug("a button is not acted on: {}", closing.toString());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /** The button is let go already: what would have been an alert is lost on everybody but the one who waits. */
    private void after(CallbackQuery query, Deed late) {
        switch (late) {
            case Deed.Post(Runnable posting) -> posting.run();
            case Deed.Alert(String words) -> {
                MaybeInaccessibleMessage message = query.getMessage();
                answers.reply(Address.of(message), message.getMessageId(), Offer.plain(Message.of(Tone.ERROR, words)));
            }
        }
    }

    private Deed deed(CallbackQuery query) {
        MaybeInaccessibleMessage message = query.getMessage();
        String data = Optional.ofNullable(query.getData()).orElse("");
        if (message == null) {
            return new Deed.Alert(OUTDATED);
        }
        Asker asker = callers.of(Speaker.of(query.getFrom()), message.getChat(), Address.of(message));
        if (data.startsWith(Turning.PREFIX)) {
            return turned(asker.caller(), message, data);
        }
        return keys.meant(data).map(meant -> meant(asker, query, meant)).orElseGet(() -> new Deed.Alert(OUTDATED));
    }

    private Deed meant(Asker asker, CallbackQuery query, String meant) {
        Optional<Pick> shown = Pick.shown(meant);
        if (shown.isPresent()) {
            return shown(asker, query.getMessage(), shown.get());
        }
        return Pick.sought(meant)
                .map(pick -> sought(asker, query, pick))
                .orElseGet(() -> acted(asker, query.getMessage(), meant));
    }

    private Deed shown(Asker asker, MaybeInaccessibleMessage message, Pick pick) {
        return clerk.shelf(asker, pick)
                .<Deed>map(
                        shelf -> new Deed.Post(() -> answers.show(Address.of(message), message.getMessageId(), shelf)))
                .orElseGet(() -> new Deed.Alert(NOT_YOURS));
    }

    private Deed sought(Asker asker, CallbackQuery query, Pick pick) {
        return clerk.shelf(asker, pick).isPresent()
                ? new Deed.Post(() -> searches.ask(query, pick))
                : new Deed.Alert(NOT_YOURS);
    }

    private Deed turned(Caller caller, MaybeInaccessibleMessage message, String data) {
        Optional<Turning.Turned> turned = turning.turn(data);
        if (turned.isEmpty()) {
            return new Deed.Alert(OUTDATED);
        }
        return caller.role().compareTo(turned.get().role()) < 0
                ? new Deed.Alert(NOT_YOURS)
                : new Deed.Post(() -> answers.turn(Address.of(message), message.getMessageId(), turned.get()));
    }

    private Deed acted(Asker asker, MaybeInaccessibleMessage message, String line) {
        Offer offer = clerk.answered(asker, line);
        if (offer.answer().tone() == Tone.ERROR && offer.isBare()) {
            return new Deed.Alert(words(offer.answer()));
        }
        return new Deed.Post(() -> answers.reply(Address.of(message), message.getMessageId(), offer));
    }

    private static String words(Message message) {
        return message.headline().spans().stream()
                .map(span -> switch (span) {
                    case Span.Plain(String text) -> text;
                    case Span.Strong(String text) -> text;
                    case Span.Code(String text) -> text;
                    case Span.Time time -> Piece.of(time).text();
                })
                .collect(Collectors.joining());
    }
}

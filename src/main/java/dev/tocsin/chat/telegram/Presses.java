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
    private static final String NOT_YOURS = "These pages are for those who may ask for them.";

    private final Commands commands;
    private final Callers callers;
    private final Answers answers;
    private final Turning turning;
    private final Keys keys;

    /** What is done once the button is let go. */
    private sealed interface Deed {
        record Alert(String words) implements Deed {}

        record Post(Runnable posting) implements Deed {}
    }

    Presses(Commands commands, Callers callers, Answers answers, Turning turning, Keys keys) {
        this.commands = commands;
        this.callers = callers;
        this.answers = answers;
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
            done.thenRunAsync(() -> after(query, deed.get()), lanes::beside);
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

    /** The button is let go already: what would have been an alert is lost on everybody but the one who waits. */
    private void after(CallbackQuery query, Deed late) {
        switch (late) {
            case Deed.Post(Runnable posting) -> posting.run();
            case Deed.Alert(String words) -> {
                MaybeInaccessibleMessage message = query.getMessage();
                answers.reply(
                        Address.of(message),
                        message.getMessageId(),
                        Message.of(Tone.ERROR, words),
                        dev.tocsin.command.Role.EVERYONE);
            }
        }
    }

    private Deed deed(CallbackQuery query) {
        MaybeInaccessibleMessage message = query.getMessage();
        String data = Optional.ofNullable(query.getData()).orElse("");
        if (message == null) {
            return new Deed.Alert(OUTDATED);
        }
        Address at = Address.of(message);
        Caller caller = callers.of(Speaker.of(query.getFrom()), message.getChat(), at);
        if (data.startsWith(Turning.PREFIX)) {
            return turned(caller, at, message.getMessageId(), data);
        }
        return keys.command(data)
                .map(line -> acted(caller, at, message.getMessageId(), line))
                .orElseGet(() -> new Deed.Alert(OUTDATED));
    }

    private Deed turned(Caller caller, Address at, int message, String data) {
        Optional<Turning.Turned> turned = turning.turn(data);
        if (turned.isEmpty()) {
            return new Deed.Alert(OUTDATED);
        }
        return caller.role().compareTo(turned.get().role()) < 0
                ? new Deed.Alert(NOT_YOURS)
                : new Deed.Post(() -> answers.turn(at, message, turned.get()));
    }

    private Deed acted(Caller caller, Address at, int to, String line) {
        Message answer = commands.answered(caller, line);
        if (answer.tone() == Tone.ERROR && answer.suggestions().isEmpty()) {
            return new Deed.Alert(words(answer));
        }
        return new Deed.Post(() -> answers.reply(at, to, answer, commands.role(line)));
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

package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.OutsideText;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/** What the library's errors mean; nothing else reads them. No text of it holds the token. Pure. */
sealed interface Trouble {
    /** Nothing was sent; the outbox tries again. */
    record Passing(Optional<Duration> retryAfter, String why) implements Trouble {}

    /** Nothing was tried: by our own pace its turn comes after that long. */
    record NotYet(Duration turn) implements Trouble {}

    /** Nothing was sent: Telegram asks to wait for that long. */
    record TooMany(Duration retryAfter) implements Trouble {}

    /** Nobody knows whether it was sent. */
    record Unknown(String why) implements Trouble {}

    /** The bot is not in the chat, or the person has stopped it. */
    record Away(String why) implements Trouble {}

    /** The bot may not write there now; somebody in that chat can change it. */
    record NotAllowed(String why) implements Trouble {}

    /** Telegram says that there is no such chat. */
    record NoChat(String why) implements Trouble {}

    /** The group is a supergroup now, with this id. */
    record Moved(long to) implements Trouble {}

    /** The topic is no more, or closed. */
    record NoTopic(String why) implements Trouble {}

    /** The message that is answered is no more. */
    record NoReply(String why) implements Trouble {}

    /** The message that is edited, deleted or pinned is no more, or is not the bot's to edit. */
    record NoMessage(String why) implements Trouble {}

    /** The message says already what it is to say. */
    record Unchanged() implements Trouble {}

    /** Telegram cannot read the markup: a fault of ours. */
    record Unreadable(String why) implements Trouble {}

    /** Telegram does not take the message as it is: a fault of ours. */
    record Refused(String why) implements Trouble {}

    /** The token is not, or no longer, the bot's. */
    record Unauthorised() implements Trouble {}

    /** Pause before the next attempt where somebody has to change something first. */
    Duration PAUSE = Duration.ofMinutes(1);

    /** Where Telegram asks to wait and does not say how long. */
    Duration UNSAID = Duration.ofSeconds(5);

    /** As proxies may repeat it in what they say. */
    Pattern TOKEN = Pattern.compile("\\d{3,}:[A-Za-z0-9_-]{8,}");

    int LONGEST = 200;

    static Trouble read(Throwable thrown) {
        Optional<Wire.NotSent> nothing = Wire.NotSent.in(thrown);
        if (nothing.isPresent()) {
            return new Passing(
                    Optional.empty(),
                    "Telegram cannot be reached: " + said(nothing.get().getMessage()));
        }
        return switch (thrown) {
            case ExecutionException wrapped when wrapped.getCause() != null -> read(wrapped.getCause());
            case CompletionException wrapped when wrapped.getCause() != null -> read(wrapped.getCause());
            case TelegramApiValidationException bug -> new Refused(said(bug.getMessage()));
            case TelegramApiRequestException answered when answered.getApiResponse() != null -> answered(answered);
            case TelegramApiRequestException garbled -> new Unknown("Telegram's answer cannot be read");
            case TelegramApiException wrapped when wrapped.getCause() != null -> read(wrapped.getCause());
            case Wire.Page page -> page(page.status());
            case IOException broken -> new Unknown("no answer from Telegram: " + said(broken.getMessage()));
            case RejectedExecutionException closing -> new Passing(Optional.empty(), "the bot is stopping");
            case CancellationException closing -> new Unknown("the bot is stopping");
            default ->
                new Unknown("no answer of Telegram's that can be read: "
                        + thrown.getClass().getSimpleName());
        };
    }

    private static Trouble page(int status) {
        return status >= 300 && status < 500
                ? new Passing(Optional.of(PAUSE), "not Telegram, but something before it, answers " + status)
                : new Unknown("Telegram answers " + status);
    }

    private static Trouble answered(TelegramApiRequestException answered) {
        Optional<ResponseParameters> more = Optional.ofNullable(answered.getParameters());
        Optional<Long> successor = more.map(ResponseParameters::getMigrateToChatId);
        if (successor.isPresent()) {
            return new Moved(successor.get());
        }
        String why = "Telegram says: " + said(answered.getApiResponse());
        int code = Optional.ofNullable(answered.getErrorCode()).orElse(0);
        return switch (code) {
            case 400 -> bad(why);
            case 401, 404 -> new Unauthorised();
            case 403 -> forbidden(why);
            case 413 -> new Refused(why);
            case 429 ->
                new TooMany(more.map(ResponseParameters::getRetryAfter)
                        .filter(seconds -> seconds > 0)
                        .map(Duration::ofSeconds)
                        .orElse(UNSAID));
            default -> code >= 400 && code < 500 ? new Passing(Optional.of(PAUSE), why) : new Unknown(why);
        };
    }

    /** The code is the same for all of these, so the words decide; what they do not decide is a fault of ours. */
    private static Trouble bad(String why) {
        String words = why.toLowerCase(Locale.ROOT);
        return switch (words) {
            case String text when has(text, "message is not modified") -> new Unchanged();
            case String text
            when has(
                    text,
                    "message to (edit|delete|pin|unpin) not found|message can't be edited|message_id_invalid"
                            + "|there is no (text|caption) in the message to edit") -> new NoMessage(why);
            case String text
            when has(
                    text,
                    "message to be replied not found|replied message not found" + "|message to reply not found") ->
                new NoReply(why);
            case String text
            when has(text, "message thread not found|topic_(closed|deleted|id_invalid)") -> new NoTopic(why);
            case String text when has(text, "chat not found|peer_id_invalid") -> new NoChat(why);
            case String text when has(text, "can't parse \\w*entities") -> new Unreadable(why);
            case String text
            when has(
                    text,
                    "not enough rights|have no rights|need administrator rights"
                            + "|chat_(write|send_\\w+)_forbidden|chat_restricted|chat_admin_required|user_is_blocked") ->
                new NotAllowed(why);
            default -> new Refused(why);
        };
    }

    private static Trouble forbidden(String why) {
        String words = why.toLowerCase(Locale.ROOT);
        return has(words, "user is deactivated|group chat was deleted") ? new NoChat(why) : new Away(why);
    }

    private static boolean has(String words, String what) {
        return Pattern.compile(what).matcher(words).find();
    }

    /** What was said from outside, short and without the token. */
    static String said(@Nullable String text) {
        String shown = text == null ? "" : OutsideText.cut(text, LONGEST);
        return TOKEN.matcher(shown).replaceAll("***");
    }
}

package dev.tocsin.chat.discord;

import dev.tocsin.core.delivery.DeliveryResult;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InsufficientPermissionException;
import net.dv8tion.jda.api.exceptions.MissingAccessException;
import net.dv8tion.jda.api.exceptions.RateLimitedException;

/** What JDA's errors mean; nothing else reads them. Pure. */
sealed interface Trouble {
    /** Nothing was sent; the outbox tries again. */
    record Passing(Optional<Duration> retryAfter, String why) implements Trouble {}

    /** Nobody knows whether it was sent. */
    record Unknown(String why) implements Trouble {}

    /** The bot may not write there now; somebody in that server can change it. */
    record NotAllowed(String why) implements Trouble {}

    /** The channel is no more. */
    record Gone(String why) implements Trouble {}

    /** Nothing can ever be written in a channel of that kind. */
    record NoPlace(String why) implements Trouble {}

    /** Discord does not take the message as it is: a fault of ours. */
    record Refused(String why) implements Trouble {}

    /** The message that is answered or edited is no more, or not the bot's, or may not be answered. */
    record NoReply(String why) implements Trouble {}

    /** The thread is archived, and must be woken first. */
    record Asleep(String why) implements Trouble {}

    /** What is to be made is there already. */
    record Exists(String why) implements Trouble {}

    /** The token is not, or no longer, the bot's. */
    record Unauthorised(String why) implements Trouble {}

    /** Pause before the next attempt where somebody has to change something first. */
    Duration PAUSE = Duration.ofMinutes(1);

    static Trouble read(Throwable thrown) {
        return switch (thrown) {
            case ExecutionException wrapped when wrapped.getCause() != null -> read(wrapped.getCause());
            case CompletionException wrapped when wrapped.getCause() != null -> read(wrapped.getCause());
            case RateLimitedException limited ->
                new Passing(Optional.of(Duration.ofMillis(limited.getRetryAfter())), "Discord asks to wait");
            case MissingAccessException missing
            when missing.getPermission() == Permission.VIEW_CHANNEL -> new NotAllowed("the bot cannot see the channel");
            case InsufficientPermissionException missing ->
                new NotAllowed("the bot lacks the permission \""
                        + missing.getPermission().getName() + "\" there");
            case ErrorResponseException answered -> answered(answered);
            case IllegalArgumentException bug -> new Refused(String.valueOf(bug.getMessage()));
            case RejectedExecutionException closing -> new Passing(Optional.empty(), "not connected to Discord now");
            case CancellationException closing -> new Unknown("the bot is stopping");
            default -> new Unknown(String.valueOf(thrown));
        };
    }

    private static Trouble answered(ErrorResponseException answered) {
        String said = answered.getMeaning();
        return switch (answered.getErrorResponse()) {
            case MISSING_PERMISSIONS -> new NotAllowed("Discord says: " + said);
            case MISSING_ACCESS -> new NotAllowed("the bot cannot see the channel");
            case ILLEGAL_OPERATION_ARCHIVED_THREAD -> new Asleep("Discord says: " + said);
            case THREAD_LOCKED, MAX_ACTIVE_THREADS, MAX_ANNOUNCEMENT_THREADS -> new NotAllowed("Discord says: " + said);
            case UNKNOWN_CHANNEL, UNKNOWN_GUILD -> new Gone("Discord says: " + said);
            case THREAD_WITH_THIS_MESSAGE_ALREADY_EXISTS -> new Exists("Discord says: " + said);
            case UNKNOWN_MESSAGE, REPLY_FAILED_MISSING_MESSAGE_HISTORY_PERM, INVALID_AUTHOR_EDIT ->
                new NoReply("Discord says: " + said);
            default -> byStatus(answered, said);
        };
    }

    private static Trouble byStatus(ErrorResponseException answered, String said) {
        int status = answered.getResponse().code;
        if (answered.getResponse().getException() instanceof IOException broken) {
            return broken(broken);
        }
        return switch (status) {
            case 400, 413 -> new Refused(status + " " + said);
            case 401 -> new Unauthorised("Discord does not accept the token");
            case 403 -> new NotAllowed("Discord says: " + said);
            case 429 -> new Passing(Optional.of(PAUSE), "Discord asks to wait");
            default ->
                status >= 400 && status < 500
                        ? new Passing(Optional.of(PAUSE), "Discord answers " + status + " " + said)
                        : new Unknown("Discord answers " + status);
        };
    }

    private static Trouble broken(IOException broken) {
        return switch (broken) {
            case Wire.NotSent nothing ->
                new Passing(Optional.empty(), "Discord cannot be reached: " + nothing.getMessage());
            case Wire.Unanswered status -> new Unknown(String.valueOf(status.getMessage()));
            default -> new Unknown("no answer from Discord: " + broken.getMessage());
        };
    }

    /** What became of a delivery that met this. */
    default DeliveryResult result() {
        return switch (this) {
            case Passing(Optional<Duration> retryAfter, String why) -> new DeliveryResult.Deferred(retryAfter, why);
            case Unknown(String why) -> new DeliveryResult.Uncertain(why);
            case NotAllowed(String why) -> new DeliveryResult.Deferred(Optional.of(PAUSE), why);
            case Gone(String why) -> new DeliveryResult.Gone(why);
            case NoPlace(String why) -> new DeliveryResult.Rejected(why);
            case Refused(String why) -> new DeliveryResult.Rejected(why);
            case Asleep(String why) -> new DeliveryResult.Deferred(Optional.of(PAUSE), why);
            case Exists(String why) -> new DeliveryResult.Deferred(Optional.of(PAUSE), why);
            case NoReply(String why) -> new DeliveryResult.Deferred(Optional.of(PAUSE), why);
            case Unauthorised(String why) -> new DeliveryResult.Deferred(Optional.of(PAUSE), why);
        };
    }
}

package dev.tocsin.chat.discord;

import dev.tocsin.core.delivery.DeliveryResult;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
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

    /** Discord does not take the message as it is: a fault of ours. */
    record Refused(String why) implements Trouble {}

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
            case MissingAccessException missing -> new NotAllowed("the bot cannot see the channel");
            case InsufficientPermissionException missing ->
                new NotAllowed("the bot lacks the permission \""
                        + missing.getPermission().getName() + "\" there");
            case ErrorResponseException answered -> answered(answered);
            case IllegalArgumentException bug -> new Refused(String.valueOf(bug.getMessage()));
            case IOException broken -> broken(broken);
            default -> new Unknown(String.valueOf(thrown));
        };
    }

    private static Trouble answered(ErrorResponseException answered) {
        String said = answered.getMeaning();
        return switch (answered.getErrorResponse()) {
            case MISSING_PERMISSIONS -> new NotAllowed("Discord says: " + said);
            case MISSING_ACCESS -> new NotAllowed("the bot cannot see the channel");
            case UNKNOWN_CHANNEL, UNKNOWN_GUILD -> new Gone("Discord says: " + said);
            case INVALID_FORM_BODY, EMPTY_MESSAGE -> new Refused(said);
            default -> byStatus(answered, said);
        };
    }

    private static Trouble byStatus(ErrorResponseException answered, String said) {
        int status = answered.getResponse().code;
        if (status == 401) {
            return new Unauthorised("Discord does not accept the token");
        }
        if (status == 429) {
            return new Passing(
                    Optional.of(Duration.ofMillis(Math.max(1_000, answered.getResponse().retryAfter))),
                    "Discord asks to wait");
        }
        if (answered.getResponse().getException() instanceof IOException broken) {
            return broken(broken);
        }
        return status >= 500 || status < 0
                ? new Unknown("Discord answers " + status)
                : new Refused(status + " " + said);
    }

    private static Trouble broken(IOException broken) {
        String why = String.valueOf(broken.getMessage());
        return broken instanceof ConnectException
                        || broken instanceof UnknownHostException
                        || broken instanceof NoRouteToHostException
                ? new Passing(Optional.empty(), "Discord cannot be reached: " + why)
                : new Unknown("no answer from Discord: " + why);
    }

    /** What became of a delivery that met this. */
    default DeliveryResult result() {
        return switch (this) {
            case Passing(Optional<Duration> retryAfter, String why) -> new DeliveryResult.Deferred(retryAfter, why);
            case Unknown(String why) -> new DeliveryResult.Uncertain(why);
            case NotAllowed(String why) -> new DeliveryResult.Deferred(Optional.of(PAUSE), why);
            case Gone(String why) -> new DeliveryResult.Gone(why);
            case Refused(String why) -> new DeliveryResult.Rejected(why);
            case Unauthorised(String why) -> new DeliveryResult.Deferred(Optional.of(PAUSE), why);
        };
    }
}

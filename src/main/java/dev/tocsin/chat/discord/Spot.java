package dev.tocsin.chat.discord;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.requests.RestAction;

/** One place to write in. */
interface Spot {
    /** Longer than any request. */
    Duration LONGEST = Pools.LONGEST.plusSeconds(10);

    /** Which of the permissions that make a notice richer are not given here, as far as is known. */
    Set<Permission> lacking();

    /** Writes; waits for Discord's answer, and never for a rate limit. */
    Outcome post(Letter letter);

    /**
     * What Discord answers, or why not. The request goes out on the calling thread, past JDA's own queue.
     *
     * @param action makes the request; it may throw what forbids it
     */
    static <T> Outcome outcome(Supplier<RestAction<T>> action, Function<T, Outcome> then) {
        try {
            CompletableFuture<T> answer = action.get().submit(false);
            return then.apply(answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | RuntimeException failed) {
            return new Outcome.Failed(Trouble.read(failed));
        } catch (TimeoutException slow) {
            return new Outcome.Failed(new Trouble.Unknown("no answer from Discord in " + LONGEST.toSeconds() + " s"));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed(new Trouble.Unknown("the bot is stopping"));
        }
    }
}

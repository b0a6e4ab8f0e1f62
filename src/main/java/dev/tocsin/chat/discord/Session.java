package dev.tocsin.chat.discord;

import dev.tocsin.chat.Host;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Discord: made in the background, and made again as often as it takes. Safe for use by many threads.
 */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final String REFUSED =
            "Discord does not accept the token (discord.token in the config); the platform is off until it does.";
    private static final Duration LEAVING = Duration.ofSeconds(20);

    private final DiscordChat.Terms terms;
    private final Host host;
    private final Limits limits;
    private final Patience patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Login.End> closing = new CompletableFuture<>();
    private final AtomicReference<Token> token = new AtomicReference<>(Token.ACCEPTED);
    /** What keeps Discord from taking the bot, once said. */
    private final AtomicReference<String> unfit = new AtomicReference<>("");

    private volatile @Nullable Login login;

    /**
     * Pauses between attempts to log in.
     *
     * @param longest they double up to this
     * @param doubt how long Discord has to say that a channel is no more before it is believed
     * @param refused where Discord does not accept the token, or the bot as it is set up
     */
    record Patience(Duration longest, Duration refused, Duration doubt) {
        static final Patience STANDARD =
                new Patience(Duration.ofSeconds(15), Duration.ofMinutes(5), Duration.ofMinutes(1));
    }

    private enum Token {
        ACCEPTED,
        REFUSED
    }

    Session(DiscordChat.Terms terms, Host host, Limits limits, Patience patience) {
        this.terms = terms;
        this.host = host;
        this.limits = limits;
        this.patience = patience;
        // JDA lets every message ping everybody unless it is told otherwise.
        MessageRequest.setDefaultMentions(EnumSet.noneOf(net.dv8tion.jda.api.entities.Message.MentionType.class));
        MessageRequest.setDefaultMentionRepliedUser(false);
    }

    /** Threads that may block, for what arrives. */
    ExecutorService threads() {
        return threads;
    }

    Found find(long channel) {
        Login now = login;
        if (now == null) {
            return new Found.NotYet(
                    token.get() == Token.REFUSED
                            ? "Discord does not accept the token"
                            : "not connected to Discord yet");
        }
        GuildChannel seen = now.shards().getGuildChannelById(channel);
        return seen == null ? new Found.Unseen() : new Found.Here(seen);
    }

    /** A way to ask Discord itself; empty before the first login. */
    Optional<Found.Way> way() {
        Login now = login;
        return now == null ? Optional.empty() : now.way();
    }

    /** Discord refuses the token; said once until it accepts it again. */
    void refused() {
        if (token.getAndSet(Token.REFUSED) == Token.ACCEPTED) {
            host.trouble(REFUSED);
        }
    }

    /** Discord accepts the token. */
    void accepted() {
        if (token.getAndSet(Token.ACCEPTED) == Token.REFUSED) {
            LOG.info("Discord accepts the token again");
        }
    }

    /** Connects, without waiting for it. */
    void connect(List<Object> listeners) {
        threads.execute(() -> {
            Duration pause = Duration.ofSeconds(1);
            while (!closing.isDone()) {
                pause = pause(live(listeners), pause);
                rest(pause);
            }
        });
    }

    /** How long after such an end the next login is tried. */
    private Duration pause(Login.End end, Duration before) {
        return switch (end) {
            case Login.End.Closed closed -> Duration.ZERO;
            case Login.End.Refused refused -> patience.refused();
            case Login.End.Unfit(String why) -> {
                if (!why.equals(unfit.getAndSet(why))) {
                    host.trouble(why);
                }
                yield patience.refused();
            }
            case Login.End.Broken(String why) -> {
                Duration twice = before.multipliedBy(2);
                Duration next = twice.compareTo(patience.longest()) > 0 ? patience.longest() : twice;
                LOG.warn("no connection to Discord, tried again in {} s: {}", next.toSeconds(), why);
                yield next;
            }
        };
    }

    @Override
    public void close() {
        closing.complete(new Login.End.Closed());
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LEAVING.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Discord was left with something unfinished");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        limits.close();
    }

    /** From one login to its end. */
    private Login.End live(List<Object> listeners) {
        List<Object> all = new ArrayList<>(listeners);
        Login.Watch watch = new Login.Watch(this::connected);
        all.add(watch);
        try (Pools pools = new Pools(limits)) {
            Login now = Login.in(terms, pools, all);
            login = now;
            accepted();
            connected();
            Object end = CompletableFuture.anyOf(closing, watch.end()).join();
            now.leave();
            login = null;
            if (end instanceof Login.End.Refused) {
                refused();
            }
            return (Login.End) end;
        } catch (InvalidTokenException invalid) {
            refused();
            return new Login.End.Refused();
        } catch (RuntimeException failed) {
            return new Login.End.Broken(failed.toString());
        }
    }

    /** What waits for Discord need wait no longer. */
    private void connected() {
        host.reachable(channel -> true);
    }

    private void rest(Duration pause) {
        closing.copy()
                .completeOnTimeout(new Login.End.Closed(), pause.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}

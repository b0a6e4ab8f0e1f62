package dev.tocsin.chat.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import net.dv8tion.jda.api.GatewayEncoding;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.SessionController;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to Discord: made in the background, made again as often as it takes, and given up only where the token is
 * refused. Safe for use by many threads.
 */
final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int LONGEST_PAUSE_SECONDS = 60;

    private final DiscordChat.Terms terms;
    private final Consumer<String> trouble;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable ShardManager shards;

    Session(DiscordChat.Terms terms, Consumer<String> trouble) {
        this.terms = terms;
        this.trouble = trouble;
        // JDA lets every message ping everybody unless it is told otherwise.
        MessageRequest.setDefaultMentions(EnumSet.noneOf(net.dv8tion.jda.api.entities.Message.MentionType.class));
        MessageRequest.setDefaultMentionRepliedUser(false);
    }

    /** Threads that may block, for what arrives. */
    ExecutorService threads() {
        return threads;
    }

    /** The channel, as far as the bot sees it now. */
    @Nullable
    GuildChannel channel(long id) {
        ShardManager connected = shards;
        return connected == null ? null : connected.getGuildChannelById(id);
    }

    Optional<ShardManager> shards() {
        return Optional.ofNullable(shards);
    }

    /** Connects, without waiting for it. */
    void connect(List<Object> listeners) {
        threads.execute(() -> {
            int pause = 1;
            while (closing.getCount() > 0) {
                try {
                    shards = builder(listeners).build();
                    return;
                } catch (InvalidTokenException refused) {
                    trouble.accept(
                            "Discord does not accept the token (discord.token in the config); the platform is off.");
                    return;
                } catch (RuntimeException failed) {
                    LOG.warn("no connection to Discord, tried again in {} s: {}", pause, failed.toString());
                    if (closes(Duration.ofSeconds(pause))) {
                        return;
                    }
                    pause = Math.min(LONGEST_PAUSE_SECONDS, pause * 2);
                }
            }
        });
    }

    @Override
    public void close() {
        closing.countDown();
        ShardManager connected = shards;
        if (connected != null) {
            connected.shutdown();
        }
        threads.shutdown();
    }

    private boolean closes(Duration within) {
        try {
            return closing.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private DefaultShardManagerBuilder builder(List<Object> listeners) {
        RestConfig rest = new RestConfig();
        terms.api().ifPresent(api -> rest.setBaseUrl(api.endsWith("/") ? api : api + "/"));
        return DefaultShardManagerBuilder.createLight(terms.token().reveal(), EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(rest)
                .setSessionController(sessions())
                .setShardsTotal(terms.shards())
                .setCompression(terms.gateway().isPresent() ? Compression.NONE : Compression.ZLIB)
                .setGatewayEncoding(GatewayEncoding.JSON)
                .setEnableShutdownHook(false)
                .setMaxReconnectDelay(LONGEST_PAUSE_SECONDS)
                .setEventPool(threads, false)
                .setCallbackPool(threads, false)
                .addEventListeners(listeners.toArray());
    }

    private SessionController sessions() {
        Optional<String> gateway = terms.gateway();
        return gateway.isEmpty()
                ? new ConcurrentSessionController()
                : new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return gateway.get();
                    }
                };
    }
}

package dev.tocsin.chat.discord;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.GatewayEncoding;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.session.ReadyEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.SessionController;

/** One login: JDA finds lost connections again by itself until Discord turns the bot away. Safe for use by many threads. */
record Login(ShardManager shards) {
    /** The shortest that JDA allows. */
    private static final int RECONNECT_SECONDS = 32;

    private static final Duration GRACE = Duration.ofSeconds(5);

    /** How a login ends. */
    sealed interface End {
        record Closed() implements End {}

        record Refused() implements End {}

        /** Discord turns the bot away as it is set up. */
        record Unfit(String why) implements End {}

        record Broken(String why) implements End {}
    }

    /** Hears when a session is there, anew or again, and when JDA gives up. */
    static final class Watch extends ListenerAdapter {
        private final CompletableFuture<End> end = new CompletableFuture<>();
        private final Runnable connected;

        Watch(Runnable connected) {
            this.connected = connected;
        }

        CompletableFuture<End> end() {
            return end;
        }

        @Override
        public void onReady(ReadyEvent event) {
            connected.run();
        }

        @Override
        public void onSessionResume(SessionResumeEvent event) {
            connected.run();
        }

        @Override
        public void onSessionRecreate(SessionRecreateEvent event) {
            connected.run();
        }

        @Override
        public void onShutdown(ShutdownEvent event) {
            CloseCode code = event.getCloseCode();
            if (code == CloseCode.AUTHENTICATION_FAILED) {
                end.complete(new End.Refused());
            } else if (code == CloseCode.SHARDING_REQUIRED || code == CloseCode.INVALID_SHARD) {
                end.complete(new End.Unfit("Discord wants the bot's servers shared among more sessions"
                        + " (discord.shards in the config: auto); the platform is off until then."));
            } else {
                end.complete(new End.Broken("Discord closed the connection with code " + event.getCode()));
            }
        }
    }

    /** Logs in; throws what JDA throws where that fails. */
    static Login in(DiscordChat.Terms terms, Pools pools, List<Object> listeners) {
        RestConfig rest = new RestConfig();
        terms.api().ifPresent(api -> rest.setBaseUrl(api.endsWith("/") ? api : api + "/"));
        DefaultShardManagerBuilder builder = DefaultShardManagerBuilder.createLight(
                        terms.token().reveal(), EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(rest)
                .setSessionController(sessions(terms.gateway()))
                .setShardsTotal(terms.shards())
                .setCompression(terms.gateway().isPresent() ? Compression.NONE : Compression.ZLIB)
                .setGatewayEncoding(GatewayEncoding.JSON)
                .setEnableShutdownHook(false)
                .setMaxReconnectDelay(RECONNECT_SECONDS)
                // What may have been sent is sent again by the outbox, which remembers that it may have been.
                .setRequestTimeoutRetry(false)
                .addEventListeners(listeners.toArray());
        pools.give(builder);
        return new Login(builder.build());
    }

    /** A way to ask Discord itself. */
    Optional<Found.Way> way() {
        List<JDA> all = shards.getShards();
        boolean whole = all.size() == shards.getShardsTotal()
                && all.stream()
                        .allMatch(one -> one.getStatus() == JDA.Status.CONNECTED
                                && one.getUnavailableGuilds().isEmpty()
                                && one.getGuildCache().stream()
                                        .allMatch(guild -> !one.isUnavailable(guild.getIdLong())));
        return all.stream().findFirst().map(one -> new Found.Way(one, whole ? Found.View.WHOLE : Found.View.PARTIAL));
    }

    /** Ends it, with a little time for answers on their way. */
    void leave() {
        List<JDA> all = shards.getShards();
        shards.shutdown();
        for (JDA one : all) {
            try {
                if (!one.awaitShutdown(GRACE)) {
                    one.shutdownNow();
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                one.shutdownNow();
            }
        }
    }

    private static SessionController sessions(Optional<String> gateway) {
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

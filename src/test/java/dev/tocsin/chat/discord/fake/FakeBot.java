package dev.tocsin.chat.discord.fake;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;

/** A plain JDA on a fake Discord, with every event it told. */
final class FakeBot implements AutoCloseable {
    private final FakeDiscord discord;
    private final List<GenericEvent> events = new CopyOnWriteArrayList<>();
    private final JDA jda;

    FakeBot(FakeDiscord discord, EventListener... listeners) throws InterruptedException {
        this(discord, discord.token(), listeners);
        jda.awaitReady();
    }

    /** Does not wait for the login. */
    FakeBot(FakeDiscord discord, String token, EventListener... listeners) {
        this.discord = discord;
        EventListener all = events::add;
        jda = JDABuilder.createLight(token, EnumSet.noneOf(GatewayIntent.class))
                .setRestConfig(new RestConfig().setBaseUrl(discord.api()))
                .setSessionController(new Controller(discord.gateway()))
                .setCompression(Compression.NONE)
                .setEnableShutdownHook(false)
                .addEventListeners(all)
                .addEventListeners((Object[]) listeners)
                .build();
    }

    private static final class Controller extends ConcurrentSessionController {
        private final String address;

        Controller(String address) {
            this.address = address;
        }

        @Override
        public String getGateway() {
            return address;
        }
    }

    JDA jda() {
        return jda;
    }

    /** The events of that type so far. */
    <T> List<T> events(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The first event of that type; waits for it. */
    <T extends GenericEvent> T await(Class<T> type) {
        discord.await(
                Duration.ofSeconds(20),
                "no " + type.getSimpleName(),
                () -> !events(type).isEmpty());
        return events(type).getFirst();
    }

    @Override
    public void close() {
        jda.shutdownNow();
        try {
            if (!jda.awaitShutdown(Duration.ofSeconds(10))) {
                throw new IllegalStateException("JDA did not shut down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

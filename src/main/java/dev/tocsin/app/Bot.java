package dev.tocsin.app;

import dev.tocsin.chat.console.ConsoleChat;
import dev.tocsin.chat.discord.DiscordChat;
import dev.tocsin.chat.telegram.TelegramChat;
import dev.tocsin.command.CommandDesk;
import dev.tocsin.command.Desk;
import dev.tocsin.command.Practice;
import dev.tocsin.command.Surroundings;
import dev.tocsin.command.builtin.CommandBook;
import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.ConfigTargetNotation;
import dev.tocsin.config.ConfigWatch;
import dev.tocsin.config.Settings;
import dev.tocsin.engine.Engine;
import dev.tocsin.engine.Fittings;
import dev.tocsin.engine.Timepiece;
import dev.tocsin.practice.PracticeNetwork;
import dev.tocsin.probe.Reports;
import dev.tocsin.probe.SocketProber;
import dev.tocsin.schedule.QuartzTicker;
import dev.tocsin.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything put together: the only class that knows all the parts. */
final class Bot implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bot.class);
    private static final InstantSource CLOCK = InstantSource.system();

    /** Closed in the reverse of the order in which they were opened. */
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private final AtomicReference<InForce> inForce;

    private Bot(InForce inForce) {
        this.inForce = new AtomicReference<>(inForce);
    }

    /**
     * Starts everything.
     *
     * @param watch the file's, from the content that {@code good} was read from
     * @param quit runs when somebody at the console wants the bot to stop
     */
    static Bot start(Path config, ConfigWatch watch, ConfigReading.Good good, Stdio stdio, Runnable quit)
            throws IOException {
        Settings settings = good.settings();
        Optional<PracticeNetwork> practice = settings.general().practice() == Settings.Practice.ON
                ? Optional.of(PracticeNetwork.start())
                : Optional.empty();
        Bot bot = new Bot(new InForce(config, settings, good.warnings(), practice, CLOCK.instant(), List.of()));
        bot.parts.push(() -> bot.inForce.get().practice().ifPresent(PracticeNetwork::close));
        try {
            bot.assemble(watch, stdio, quit);
            return bot;
        } catch (RuntimeException failed) {
            bot.close();
            throw failed;
        }
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception failed) {
                LOG.error("a part did not stop cleanly", failed);
            }
        }
    }

    private void assemble(ConfigWatch watch, Stdio stdio, Runnable quit) {
        SqliteStore store =
                kept(SqliteStore.open(inForce.get().settings().general().store()));
        Chats chats = new Chats(
                kept(console(stdio)),
                kept(new Line<>(
                        DiscordChat.PLATFORM,
                        (terms, host) -> DiscordChat.open(terms, store.memo(), this::zone, host))),
                kept(new Line<>(
                        TelegramChat.PLATFORM,
                        (terms, host) -> TelegramChat.open(terms, store.memo(), this::zone, timepiece(), host))));
        SocketProber prober = kept(new SocketProber(
                "Tocsin/" + Version.text(),
                () -> inForce.get().policy(),
                new Reports(CLOCK),
                timepiece(),
                () -> inForce.get().settings().looks().tls()));
        Engine engine = kept(new Engine(
                new Fittings(prober, chats.all(), new Words(), inForce.get().capacity(), prober.origins()),
                store.stores(),
                inForce.get().declared(),
                timepiece()));
        QuartzTicker ticker = kept(new QuartzTicker(CLOCK));
        Reload reload = new Reload(inForce, engine, ticker, store, chats);
        ticker.tick(engine.shards(), engine::tick);
        ticker.repeat("second", Duration.ofSeconds(1), engine::everySecond);
        ticker.repeat(
                "config",
                Duration.ofSeconds(1),
                () -> watch.check()
                        .map(reading -> SystemNeeds.held(inForce.get().file(), reading, prober::icmpRemedy))
                        .ifPresent(reading -> reload.take(reading, CLOCK.instant())));
        ticker.repeat(
                Reload.HOUSEKEEPING,
                Duration.ofMinutes(10),
                () -> Housekeeping.prune(store, inForce.get().settings().retention(), CLOCK.instant()));
        engine.start();
        chats.start(inForce.get(), engine, desk(engine, store, chats), quit);
        ticker.start();
    }

    private Desk desk(Engine engine, SqliteStore store, Chats chats) {
        Surroundings surroundings = new Surroundings(
                engine,
                store.archive(),
                engine,
                () -> inForce.get().practice().map(Practice.class::cast),
                new ConfigTargetNotation(
                        () -> inForce.get().settings(), () -> inForce.get().networks()),
                CLOCK,
                Version.text(),
                () -> inForce.get().administration(store.file()),
                chats::invitations);
        return new CommandDesk(CommandBook.commands(surroundings), surroundings);
    }

    private ConsoleChat console(Stdio stdio) {
        ConsoleChat console =
                ConsoleChat.open(System.getProperty("user.name", "operator"), this::zone, stdio.in(), stdio.out());
        console.show(inForce.get().console(Chats.noColour()));
        return console;
    }

    private ZoneId zone() {
        return inForce.get().settings().general().zone();
    }

    private static Timepiece timepiece() {
        return new Timepiece(CLOCK, System::nanoTime);
    }

    private <P extends AutoCloseable> P kept(P part) {
        parts.push(part);
        return part;
    }
}

package dev.tocsin.app;

import dev.tocsin.chat.console.ConsoleChat;
import dev.tocsin.command.CommandDesk;
import dev.tocsin.command.Surroundings;
import dev.tocsin.command.builtin.CommandBook;
import dev.tocsin.config.ConfigReader;
import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.ConfigTargetNotation;
import dev.tocsin.config.ConfigWatch;
import dev.tocsin.config.Settings;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Counted;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.engine.Channel;
import dev.tocsin.engine.Engine;
import dev.tocsin.engine.Fittings;
import dev.tocsin.engine.Stores;
import dev.tocsin.engine.Timepiece;
import dev.tocsin.practice.PracticeNetwork;
import dev.tocsin.probe.Reports;
import dev.tocsin.probe.SocketProber;
import dev.tocsin.schedule.QuartzTicker;
import dev.tocsin.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

    /** Starts everything; {@code quit} runs when somebody at the console wants the bot to stop. */
    static Bot start(Path config, ConfigReader reader, ConfigReading.Good good, Runnable quit) throws IOException {
        Settings settings = good.settings();
        Optional<PracticeNetwork> practice = settings.general().practice() == Settings.Practice.ON
                ? Optional.of(PracticeNetwork.start())
                : Optional.empty();
        Bot bot = new Bot(new InForce(config, settings, good.warnings(), practice, CLOCK.instant(), List.of()));
        practice.ifPresent(bot.parts::push);
        try {
            bot.assemble(reader, quit);
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

    private void assemble(ConfigReader reader, Runnable quit) {
        Settings settings = inForce.get().settings();
        SqliteStore store = kept(SqliteStore.open(settings.general().store()));
        Optional<ConsoleChat> console = console(settings).map(this::kept);
        SocketProber prober = kept(new SocketProber(
                "Tocsin/" + Version.text(),
                () -> inForce.get().policy(),
                new Reports(CLOCK),
                new Timepiece(CLOCK, System::nanoTime)));
        Engine engine = kept(new Engine(
                new Fittings(
                        settings.general().vantage(),
                        prober,
                        console.<List<Channel>>map(List::of).orElse(List.of()),
                        new Words(),
                        settings.looks().inFlight(),
                        settings.looks().shards()),
                new Stores(store.ledger(), store.outbox(), store.observationLog(), store.archive()),
                inForce.get().declared(),
                new Timepiece(CLOCK, System::nanoTime)));
        QuartzTicker ticker = kept(new QuartzTicker(CLOCK));
        ConfigWatch watch = new ConfigWatch(inForce.get().file(), reader);
        ticker.tick(engine.shards(), engine::tick);
        ticker.repeat("second", Duration.ofSeconds(1), engine::everySecond);
        ticker.repeat(
                "config",
                Duration.ofSeconds(1),
                () -> watch.check()
                        .map(reading -> SystemNeeds.held(inForce.get().file(), reading, prober::icmpRemedy))
                        .ifPresent(reading -> reread(engine, reading)));
        ticker.repeat(
                "housekeeping",
                Duration.ofMinutes(10),
                () -> Housekeeping.prune(store, inForce.get().settings().retention(), CLOCK.instant()));
        engine.start();
        ticker.start();
        console.ifPresent(chat -> open(chat, engine, store, quit));
    }

    private void open(ConsoleChat chat, Engine engine, SqliteStore store, Runnable quit) {
        Surroundings surroundings = new Surroundings(
                engine,
                store.archive(),
                engine,
                inForce.get().practice().map(dev.tocsin.command.Practice.class::cast),
                new ConfigTargetNotation(
                        () -> inForce.get().settings(), () -> inForce.get().networks()),
                CLOCK,
                Version.text(),
                () -> inForce.get().administration());
        chat.tell(greeting(engine));
        chat.start(new CommandDesk(CommandBook.commands(surroundings), surroundings), quit);
    }

    private Message greeting(Engine engine) {
        int targets = engine.roster().targets().size();
        Message hello = Message.of(
                Tone.INFO,
                Line.empty()
                        .strong("Tocsin " + Version.text())
                        .text(" watches " + Counted.of(targets, "target") + ". Type ")
                        .code("/status")
                        .text(" or ")
                        .code("/help")
                        .text("; ")
                        .code("/quit")
                        .text(" stops it."));
        Message warned = inForce.get().warnings().isEmpty()
                ? hello
                : hello.and(new Block.Bullets(
                        inForce.get().warnings().stream().map(Line::of).toList()));
        return inForce.get().practice().isEmpty()
                ? warned
                : warned.fact(
                        "Practice network",
                        Line.empty()
                                .code("/practice shutdown")
                                .text(" switches a government's network off, ")
                                .code("/practice restore")
                                .text(" brings it back"));
    }

    private void reread(Engine engine, ConfigReading reading) {
        switch (reading) {
            case ConfigReading.Bad bad -> {
                inForce.updateAndGet(now -> now.with(bad));
                bad.problems().forEach(problem -> LOG.error("config refused: {}", problem));
                engine.trouble(
                        "config",
                        "The changed config was refused and the old one stays in force: "
                                + bad.problems().getFirst()
                                + (bad.problems().size() > 1
                                        ? " (and " + (bad.problems().size() - 1) + " more; /admin lists them)"
                                        : ""));
            }
            case ConfigReading.Good good -> {
                List<String> later = inForce.get().needsRestart(good.settings());
                Instant now = CLOCK.instant();
                engine.redeclare(
                        inForce.updateAndGet(before -> before.with(good, now)).declared());
                LOG.info(
                        "config read anew: {}",
                        Counted.of(good.settings().targets().size(), "target"));
                if (!later.isEmpty()) {
                    engine.trouble(
                            "config",
                            "The changed config is in force, but for " + String.join(", ", later)
                                    + ": that takes a new start.");
                }
            }
        }
    }

    private Optional<ConsoleChat> console(Settings settings) {
        return switch (settings.platforms().console()) {
            case OFF -> Optional.empty();
            case PLAIN -> Optional.of(console(ConsoleChat.Look.PLAIN));
            case COLOURED ->
                Optional.of(console(
                        System.getenv("NO_COLOR") == null ? ConsoleChat.Look.COLOURED : ConsoleChat.Look.PLAIN));
        };
    }

    private ConsoleChat console(ConsoleChat.Look look) {
        String user = System.getProperty("user.name", "operator");
        return ConsoleChat.open(user, () -> inForce.get().settings().general().zone(), look, System.in, System.out);
    }

    private <P extends AutoCloseable> P kept(P part) {
        parts.push(part);
        return part;
    }
}

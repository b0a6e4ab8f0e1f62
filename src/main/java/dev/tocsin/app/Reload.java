package dev.tocsin.app;

import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.Problem;
import dev.tocsin.config.Settings;
import dev.tocsin.core.message.Counted;
import dev.tocsin.engine.Engine;
import dev.tocsin.practice.PracticeNetwork;
import dev.tocsin.schedule.QuartzTicker;
import dev.tocsin.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a changed config in force while everything runs: all of it, or nothing and the old one stays. Used by one thread. */
final class Reload {
    /** The job that removes what is kept no longer. */
    static final String HOUSEKEEPING = "housekeeping";

    private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

    /** A look at a practice service ends within it, so that none fails because its service was taken away. */
    private static final Duration LAST_LOOKS = Duration.ofSeconds(2);

    private final AtomicReference<InForce> inForce;
    private final Engine engine;
    private final QuartzTicker ticker;
    private final SqliteStore store;
    private final Chats chats;

    Reload(AtomicReference<InForce> inForce, Engine engine, QuartzTicker ticker, SqliteStore store, Chats chats) {
        this.inForce = inForce;
        this.engine = engine;
        this.ticker = ticker;
        this.store = store;
        this.chats = chats;
    }

    void take(ConfigReading reading, Instant now) {
        switch (reading) {
            case ConfigReading.Bad bad -> refuse(bad);
            case ConfigReading.Good good -> adopt(good, now);
        }
    }

    private void refuse(ConfigReading.Bad bad) {
        inForce.updateAndGet(now -> now.with(bad));
        bad.problems().forEach(problem -> LOG.error("config refused: {}", problem));
        int more = bad.problems().size() - 1;
        engine.trouble(
                "config",
                "The changed config was refused and the old one stays in force: "
                        + bad.problems().getFirst()
                        + (more > 0 ? " (and " + more + " more; /admin lists them)" : ""));
    }

    private void adopt(ConfigReading.Good good, Instant now) {
        InForce before = inForce.get();
        Optional<PracticeNetwork> practice;
        try {
            practice = practice(before, good.settings());
        } catch (IOException none) {
            refuse(new ConfigReading.Bad(List.of(new Problem(
                    before.file().toString(),
                    0,
                    "practice",
                    "the practice network cannot be started: " + none.getMessage()))));
            return;
        }
        List<String> warnings = new ArrayList<>(good.warnings());
        store(good.settings().general().store()).ifPresent(warnings::add);
        InForce after = before.with(good.settings(), practice, warnings, now);
        inForce.set(after);
        hold(before, after);
        LOG.info("config read anew: {}", Counted.of(good.settings().targets().size(), "target"));
        warnings.stream().filter(text -> !before.warnings().contains(text)).forEach(text -> {
            LOG.warn("config: {}", text);
            engine.trouble("config", "The changed config is in force, but: " + text);
        });
    }

    private static Optional<PracticeNetwork> practice(InForce before, Settings next) throws IOException {
        return switch (next.general().practice()) {
            case OFF -> Optional.empty();
            case ON -> before.practice().isPresent() ? before.practice() : Optional.of(PracticeNetwork.start());
        };
    }

    /** Moves the store; answers what is to be told where it stays. */
    private Optional<String> store(Path wanted) {
        Path before = store.file();
        return switch (store.moveTo(wanted)) {
            case SqliteStore.Move.None ignored -> Optional.empty();
            case SqliteStore.Move.Done(Path kept) -> {
                String text = "The store is " + wanted + " now, with all that was in " + before
                        + "; the old file is kept as " + kept + ".";
                LOG.info("{}", text);
                engine.trouble("config", text);
                yield Optional.empty();
            }
            case SqliteStore.Move.Refused(String why) ->
                Optional.of("store: it stays " + before + " until the next start, since " + why + ". A start opens "
                        + wanted + " with what that holds; to take along what is known now, stop the bot and move "
                        + before + " there first.");
        };
    }

    private void hold(InForce before, InForce after) {
        CompletableFuture<?> declared = engine.redeclare(after.declared());
        before.practice()
                .filter(network -> after.practice().isEmpty())
                .ifPresent(network -> declared.thenRunAsync(
                        network::close,
                        CompletableFuture.delayedExecutor(LAST_LOOKS.toMillis(), TimeUnit.MILLISECONDS)));
        if (!after.capacity().equals(before.capacity())) {
            engine.resize(after.capacity());
            ticker.tick(engine.shards(), engine::tick);
        }
        if (!after.settings().retention().equals(before.settings().retention())) {
            ticker.now(HOUSEKEEPING);
        }
        chats.hold(before, after, engine);
    }
}

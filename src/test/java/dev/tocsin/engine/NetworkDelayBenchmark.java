package dev.tocsin.engine;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Target;
import dev.tocsin.sample.Samples;
import dev.tocsin.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How long the whole engine takes to confirm that a network is cut off, and that it is back: one vantage, controls that
 * answer, looks that take their whole time-out where nothing answers, virtual time. Arguments: members, seconds between
 * looks, outages, seed.
 */
public final class NetworkDelayBenchmark implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(250);

    private final TestTime time = new TestTime(Samples.NOON);
    private final Waiting threads = new Waiting(time);
    private final SqliteStore store;
    private final Works works;
    private final Engine engine;
    private volatile boolean cut;

    private NetworkDelayBenchmark(Path file, int members, Duration every, long seed) {
        store = SqliteStore.open(file);
        Fittings fittings = new Fittings(this::look, List.of(new Mute()), new Keys(), new Capacity(1_000, 2));
        Stores stores =
                new Stores(store.ledger(), store.outbox(), store.observationLog(), store.archive(), store.upkeep());
        works = new Works(fittings, stores, time.timepiece(), () -> threads);
        List<Target> targets = IntStream.range(0, members)
                .mapToObj(i -> Samples.weighed(Samples.target("m" + seed + "-" + i), every))
                .toList();
        List<Control> controls = IntStream.range(0, 3)
                .mapToObj(i -> new Control("control-" + i, new Check.Tcp("control-" + i, 443)))
                .toList();
        engine = new Engine(
                works,
                new Declared(Samples.HERE, targets, List.of(Samples.GOV), controls, List.of(), List.of()),
                time.timepiece());
    }

    public static void main(String[] args) throws IOException {
        int members = Integer.parseInt(args[0]);
        Duration every = Duration.ofSeconds(Long.parseLong(args[1]));
        int outages = Integer.parseInt(args[2]);
        Random random = new Random(Long.parseLong(args[3]));
        List<Double> down = new ArrayList<>();
        List<Double> up = new ArrayList<>();
        Path folder = Files.createTempDirectory("tocsin-delay");
        for (int outage = 0; outage < outages; outage++) {
            try (NetworkDelayBenchmark one = new NetworkDelayBenchmark(
                    folder.resolve(outage + ".db"), members, every, random.nextInt(1_000_000))) {
                one.run(Duration.ofMinutes(20).plusMillis(random.nextInt(60_000)));
                down.add(one.until(true));
                one.run(Duration.ofMinutes(10).plusMillis(random.nextInt(60_000)));
                up.add(one.until(false));
            }
        }
        System.out.println(members + " members every " + every.toSeconds() + " s, " + outages
                + " outages: confirmed mean/p95 " + spread(down) + " s, restored mean/p95 " + spread(up) + " s");
    }

    /** Cuts the network off, or back on, and says after how many seconds that is confirmed. */
    private double until(boolean down) {
        Instant began = time.now();
        cut = down;
        while (networks() != (down ? 1 : 0)) {
            run(STEP);
        }
        return Duration.between(began, time.now()).toMillis() / 1000.0;
    }

    private long networks() {
        return engine.openIncidents().stream()
                .map(Incident::subject)
                .filter(Subject.OfNetwork.class::isInstance)
                .count();
    }

    private Finding look(Check check, Reach reach, Duration timeout) {
        boolean dead = cut && check instanceof Check.Http;
        if (dead) {
            threads.take(TIMEOUT);
        }
        return new Finding(
                dead ? Samples.down() : new Outcome.Up(),
                new Timings(Map.of(), dead ? TIMEOUT : Duration.ofMillis(20)),
                Optional.of("198.51.100.7"));
    }

    private void run(Duration length) {
        for (long millis = 0; millis < length.toMillis(); millis += STEP.toMillis()) {
            time.pass(STEP);
            threads.settle();
            works.beat();
            for (int shard = 0; shard < engine.shards(); shard++) {
                engine.tick(shard);
            }
            if (time.now().toEpochMilli() % 1_000 < STEP.toMillis()) {
                engine.everySecond();
            }
            threads.settle();
            works.takeIn();
            works.writeDown();
        }
    }

    private static String spread(List<Double> delays) {
        List<Double> sorted = delays.stream().sorted().toList();
        double mean = sorted.stream().mapToDouble(one -> one).average().orElseThrow();
        return String.format(Locale.ROOT, "%.0f/%.0f", mean, sorted.get((int)
                Math.min(sorted.size() - 1, Math.floor(.95 * sorted.size()))));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        store.close();
    }

    private static final class Mute implements Channel {
        @Override
        public String platform() {
            return "console";
        }

        @Override
        public DeliveryResult send(dev.tocsin.core.notice.ChannelRef to, Outgoing outgoing) {
            return new DeliveryResult.Delivered(new Receipt("m"));
        }
    }

    private static final class Keys implements Wording {
        @Override
        public Message one(Notice notice, Instant now) {
            return Message.of(Tone.INFO, notice.key());
        }

        @Override
        public Message many(List<Notice> notices, Instant now) {
            return Message.of(Tone.INFO, notices.getFirst().key());
        }

        @Override
        public Message current(List<Notice> notices) {
            return Message.of(Tone.INFO, notices.getFirst().key());
        }
    }
}

package dev.tocsin.app;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Capacity;
import dev.tocsin.engine.Declared;
import dev.tocsin.engine.Engine;
import dev.tocsin.engine.Fittings;
import dev.tocsin.engine.Timepiece;
import dev.tocsin.probe.Probers;
import dev.tocsin.probe.SocketProber;
import dev.tocsin.store.SqliteStore;
import dev.tocsin.store.YearFill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A year of many targets, asked about while it goes on: {@code HistoryBenchmark [targets] [days]}, 1,000 and 365 if left
 * out. Fills a new store with roll-ups, then prints its size and how long {@code /history} takes over an hour, a day, a
 * month and a year, of another target each time, while looks are written as of 10,000 targets every 30 s.
 */
final class HistoryBenchmark {
    private static final Vantage HERE = new Vantage("benchmark");
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final int BATCH = 167;

    private HistoryBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int days = args.length > 1 ? Integer.parseInt(args[1]) : 365;
        InstantSource clock = InstantSource.system();
        Path file = Files.createTempDirectory("tocsin-history").resolve("tocsin.db");
        long began = System.nanoTime();
        YearFill.fill(file, count, days, clock.instant());
        System.out.printf(
                "%d targets, %d days: %d MiB, filled in %d s%n",
                count, days, Files.size(file) / 1_048_576, (System.nanoTime() - began) / 1_000_000_000);
        YearFill.sizes(file).forEach(System.out::println);
        List<Target> targets =
                IntStream.range(0, count).mapToObj(HistoryBenchmark::target).toList();
        try (SqliteStore store = SqliteStore.open(file);
                SocketProber prober = Probers.open()) {
            Engine engine = new Engine(
                    new Fittings(prober, List.of(), new Words(), new Capacity(10, 1)),
                    store.stores(),
                    new Declared(HERE, targets, List.of(), List.of(), List.of(), List.of()),
                    new Timepiece(clock, System::nanoTime));
            writeMeanwhile(store, count, clock, () -> {
                for (String window : List.of("1h", "24h", "30d", "365d")) {
                    AnswerTimes.print(engine, store, clock, "/history t-%d " + window, count);
                }
            });
        }
        System.out.printf("resident %d MiB%n", ScaleBenchmark.residentMebibytes());
    }

    /** Twice a second what 10,000 targets every 30 s come to, and a roll-up now and then. */
    private static void writeMeanwhile(SqliteStore store, int count, InstantSource clock, Runnable questions)
            throws InterruptedException {
        Thread asking = Thread.ofPlatform().start(questions);
        Random random = new Random(2);
        long slowest = 0;
        int writes = 0;
        while (asking.isAlive()) {
            long began = System.nanoTime();
            store.observationLog()
                    .append(IntStream.range(0, BATCH)
                            .mapToObj(i -> look(
                                    new TargetId("t-" + random.nextInt(count)),
                                    clock.instant().minusMillis(i),
                                    random))
                            .toList());
            store.upkeep().roll(clock.instant(), id -> Optional.of(EVERY));
            slowest = Math.max(slowest, System.nanoTime() - began);
            writes++;
            asking.join(Duration.ofMillis(500));
        }
        System.out.printf("%d batches of %d looks meanwhile, the slowest %.1f ms%n", writes, BATCH, slowest / 1e6);
    }

    private static Observation look(TargetId target, Instant at, Random random) {
        Outcome outcome = random.nextInt(200) == 0
                ? new Outcome.Down(new Failure(Phase.TCP, FailureKind.CONNECT_TIMEOUT, ""))
                : new Outcome.Up();
        Duration tcp = Duration.ofNanos(1_000L * random.nextInt(5_000, 40_000));
        Duration http = Duration.ofNanos(1_000L * random.nextInt(10_000, 300_000));
        return new Observation(
                target,
                HERE,
                at,
                new Finding(
                        outcome,
                        new Timings(Map.of(Phase.TCP, tcp, Phase.HTTP, http), tcp.plus(http)),
                        Optional.of("192.0.2.7")));
    }

    private static Target target(int number) {
        return new Target(
                new TargetId("t-" + number),
                "Target " + number,
                new Check.Tcp("127.0.0.1", 9),
                Optional.empty(),
                Set.of(),
                Severity.NORMAL,
                new Pace(EVERY, Duration.ofSeconds(10)),
                new Confirm.Count(3, 2, Duration.ofSeconds(5)),
                ZoneOffset.UTC,
                Origin.FILE);
    }
}

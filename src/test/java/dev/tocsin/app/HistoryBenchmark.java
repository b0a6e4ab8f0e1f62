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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A past of 30 days, asked about: {@code HistoryBenchmark [interval seconds] [targets]}, 30 and 10 if left out. Fills a
 * new store through the observation log, then prints how long {@code /history} takes over a day, a week and all of it,
 * and the slowest write meanwhile. Run it after {@code mvn -o -q test-compile} with a Java 25 as
 *
 * <pre>java -Xmx256m -cp target/test-classes:target/classes:$(cat cp.txt) dev.tocsin.app.HistoryBenchmark 30 10</pre>
 *
 * where {@code mvn -o -q dependency:build-classpath -Dmdep.outputFile=cp.txt} wrote the class path.
 */
final class HistoryBenchmark {
    private static final Vantage HERE = new Vantage("benchmark");
    private static final Duration PAST = Duration.ofDays(30);
    private static final int BATCH = 5_000;

    private HistoryBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Duration every = Duration.ofSeconds(args.length > 0 ? Integer.parseInt(args[0]) : 30);
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        InstantSource clock = InstantSource.system();
        Path file = Files.createTempDirectory("tocsin-history").resolve("tocsin.db");
        List<Target> targets =
                IntStream.range(0, count).mapToObj(i -> target(i, every)).toList();
        try (SqliteStore store = SqliteStore.open(file);
                SocketProber prober = Probers.open()) {
            fill(store, targets, clock.instant());
            System.out.printf("%d targets every %s for %s: %d MiB%n", count, every, PAST, Files.size(file) / 1_048_576);
            Engine engine = new Engine(
                    new Fittings(prober, List.of(), new Words(), new Capacity(10, 1)),
                    store.stores(),
                    new Declared(HERE, targets, List.of(), List.of(), List.of(), List.of()),
                    new Timepiece(clock, System::nanoTime));
            List<String> lines = List.of("/history t-0 24h", "/history t-0 7d", "/history t-0 30d");
            AnswerTimes.print(engine, store, clock, lines);
            writeMeanwhile(store, () -> AnswerTimes.print(engine, store, clock, lines), clock);
        }
        System.out.printf("resident %d MiB%n", ScaleBenchmark.residentMebibytes());
    }

    private static void fill(SqliteStore store, List<Target> targets, Instant now) {
        Random random = new Random(1);
        Duration every = targets.getFirst().pace().every();
        List<Observation> batch = new ArrayList<>();
        for (Instant at = now.minus(PAST); at.isBefore(now); at = at.plus(every)) {
            for (Target target : targets) {
                batch.add(look(target.id(), at, random));
            }
            if (batch.size() >= BATCH) {
                store.observationLog().append(batch);
                batch.clear();
            }
        }
        store.observationLog().append(batch);
    }

    private static void writeMeanwhile(SqliteStore store, Runnable questions, InstantSource clock)
            throws InterruptedException {
        Thread asking = Thread.ofPlatform().start(questions);
        Random random = new Random(2);
        long slowest = 0;
        int writes = 0;
        while (asking.isAlive()) {
            long began = System.nanoTime();
            store.observationLog().append(List.of(look(new TargetId("t-w"), clock.instant(), random)));
            slowest = Math.max(slowest, System.nanoTime() - began);
            writes++;
            asking.join(Duration.ofMillis(20));
        }
        System.out.printf("%d writes meanwhile, the slowest %.1f ms%n", writes, slowest / 1e6);
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

    private static Target target(int number, Duration every) {
        return new Target(
                new TargetId("t-" + number),
                "Target " + number,
                new Check.Tcp("127.0.0.1", 9),
                Optional.empty(),
                Set.of(),
                Severity.NORMAL,
                new Pace(every, Duration.ofSeconds(10)),
                new Confirm(3, 2, Duration.ofSeconds(5)),
                ZoneOffset.UTC,
                Origin.FILE);
    }
}

package dev.tocsin.app;

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
import dev.tocsin.engine.TimedProber;
import dev.tocsin.engine.Timepiece;
import dev.tocsin.engine.Vitals;
import dev.tocsin.probe.Probers;
import dev.tocsin.probe.SocketProber;
import dev.tocsin.schedule.QuartzTicker;
import dev.tocsin.store.SqliteStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Many targets on one machine: {@code ScaleBenchmark [targets] [interval seconds] [seconds] [percent black-holed]
 * [looks at once]}. Prints lateness, memory, CPU, and how long each question takes meanwhile, all of a process in which
 * nothing runs but the bot. What is black-holed never answers: such looks end at the time-out.
 */
final class ScaleBenchmark {
    private static final List<String> QUESTIONS = List.of(
            "/status",
            "/status t-77",
            "/targets",
            "/incidents",
            "/history t-77",
            "/why t-77",
            "/help",
            "/about",
            "/subscriptions",
            "/mutes",
            "/audit");

    private static final InstantSource CLOCK = InstantSource.system();

    private ScaleBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Load load = Load.of(args);
        Path folder = Files.createTempDirectory("tocsin-scale");
        try (ScalePlaces places = ScalePlaces.start();
                SqliteStore store = SqliteStore.open(folder.resolve("tocsin.db"));
                SocketProber prober = Probers.open()) {
            List<Target> targets =
                    targets(load.targets(), load.every(), i -> load.isDead(i) ? places.hole() : places.port(i));
            List<Target> healthy = IntStream.range(0, targets.size())
                    .filter(i -> !load.isDead(i))
                    .mapToObj(targets::get)
                    .toList();
            run(load, targets, store, new TimedProber(prober, CLOCK, healthy));
        }
    }

    /**
     * What the bot is to bear.
     *
     * @param dead percentage of targets that are black-holed
     */
    private record Load(int targets, Duration every, Duration length, int dead, int inFlight) {
        static Load of(String[] args) {
            int[] given = {10_000, 30, 120, 0, 8_000};
            for (int i = 0; i < args.length; i++) {
                given[i] = Integer.parseInt(args[i]);
            }
            return new Load(given[0], Duration.ofSeconds(given[1]), Duration.ofSeconds(given[2]), given[3], given[4]);
        }

        boolean isDead(int number) {
            return number % 100 < dead;
        }
    }

    private static void run(Load load, List<Target> targets, SqliteStore store, TimedProber prober)
            throws InterruptedException {
        Engine engine = new Engine(
                new Fittings(prober, List.of(), new Words(), new Capacity(load.inFlight(), 16)),
                store.stores(),
                new Declared(new Vantage("benchmark"), targets, List.of(), List.of(), List.of(), List.of()),
                new Timepiece(CLOCK, System::nanoTime));
        QuartzTicker ticker = new QuartzTicker(CLOCK);
        ticker.tick(engine.shards(), engine::tick);
        ticker.repeat("second", Duration.ofSeconds(1), engine::everySecond);
        engine.start();
        ticker.start();
        long cpuBefore = cpuMillis();
        new CountDownLatch(1).await(load.length().toMillis(), TimeUnit.MILLISECONDS);
        print(load, engine.vitals(), prober, cpuMillis() - cpuBefore);
        AnswerTimes.print(engine, store, CLOCK, QUESTIONS);
        ticker.close();
        engine.close();
    }

    private static void print(Load load, Vitals vitals, TimedProber healthy, long cpu) {
        System.out.printf(
                "%d targets every %s, %d %% black-holed, %d looks at once at most: %.0f looks/s, missed %d%n",
                load.targets(), load.every(), load.dead(), load.inFlight(), vitals.looksPerSecond(), vitals.missed());
        System.out.printf(
                "lateness of all p50 %d ms p99 %d ms, of the healthy p50 %d ms p99 %d ms%n",
                vitals.latenessP50().toMillis(),
                vitals.latenessP99().toMillis(),
                healthy.p50().toMillis(),
                healthy.p99().toMillis());
        System.out.printf(
                "CPU %.0f %% of one core, resident %d MiB (at most %d), %d looks go on, %d unsaved, %d lost%n",
                cpu * 100.0 / load.length().toMillis(),
                mebibytes("VmRSS"),
                mebibytes("VmHWM"),
                vitals.inFlight(),
                vitals.unsavedLooks(),
                vitals.lostLooks());
    }

    private static List<Target> targets(int count, Duration every, IntUnaryOperator port) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Target(
                        new TargetId("t-" + i),
                        "Target " + i,
                        i % 2 == 0
                                ? new Check.Http(
                                        URI.create("http://127.0.0.1:" + port.applyAsInt(i) + "/"),
                                        Check.Http.WORKING,
                                        Optional.empty())
                                : new Check.Tcp("127.0.0.1", port.applyAsInt(i)),
                        Optional.empty(),
                        Set.of(),
                        Severity.NORMAL,
                        new Pace(every, Duration.ofSeconds(10)),
                        new Confirm.Count(3, 2, Duration.ofSeconds(5)),
                        ZoneOffset.UTC,
                        Origin.FILE))
                .toList();
    }

    private static long cpuMillis() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1_000_000;
    }

    static long residentMebibytes() {
        return mebibytes("VmRSS");
    }

    /** A figure of this process, as Linux counts it. */
    private static long mebibytes(String figure) {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith(figure))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException none) {
            return -1;
        }
    }
}

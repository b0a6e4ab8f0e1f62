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
import dev.tocsin.engine.Stores;
import dev.tocsin.engine.Timepiece;
import dev.tocsin.engine.Vitals;
import dev.tocsin.probe.Probers;
import dev.tocsin.probe.SocketProber;
import dev.tocsin.schedule.QuartzTicker;
import dev.tocsin.store.SqliteStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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
 * Many targets on one machine: {@code ScaleBenchmark [targets] [interval seconds] [seconds] [percent black-holed]}.
 * Prints lateness, memory, CPU, and how long each question takes meanwhile. The servers that are looked at run in the
 * same process, so the figures hold their share too. What is black-holed never answers: such looks end at the time-out.
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

    private ScaleBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        Duration every = Duration.ofSeconds(args.length > 1 ? Integer.parseInt(args[1]) : 30);
        Duration length = Duration.ofSeconds(args.length > 2 ? Integer.parseInt(args[2]) : 120);
        int dead = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        Path folder = Files.createTempDirectory("tocsin-scale");
        try (ServerSocket server = serve();
                BlackHole hole = BlackHole.open();
                SqliteStore store = SqliteStore.open(folder.resolve("tocsin.db"));
                SocketProber prober = Probers.open()) {
            System.out.printf("%d %% of the targets black-holed%n", dead);
            List<Target> targets = targets(count, every, i -> i % 100 < dead ? hole.port() : server.getLocalPort());
            run(targets, every, length, store, prober);
        }
    }

    private static void run(
            List<Target> targets, Duration every, Duration length, SqliteStore store, SocketProber prober)
            throws InterruptedException {
        InstantSource clock = InstantSource.system();
        Engine engine = new Engine(
                new Fittings(prober, List.of(), new Words(), new Capacity(2_000, 16)),
                new Stores(store.ledger(), store.outbox(), store.observationLog(), store.archive()),
                new Declared(new Vantage("benchmark"), targets, List.of(), List.of(), List.of(), List.of()),
                new Timepiece(clock, System::nanoTime));
        QuartzTicker ticker = new QuartzTicker(clock);
        ticker.tick(engine.shards(), engine::tick);
        ticker.repeat("second", Duration.ofSeconds(1), engine::everySecond);
        engine.start();
        ticker.start();
        long cpuBefore = cpuMillis();
        new CountDownLatch(1).await(length.toMillis(), TimeUnit.MILLISECONDS);
        long cpu = cpuMillis() - cpuBefore;
        Vitals vitals = engine.vitals();
        System.out.printf(
                "%d targets every %s: %.0f looks/s, lateness p50 %d ms p99 %d ms, missed %d%n",
                targets.size(),
                every,
                vitals.looksPerSecond(),
                vitals.latenessP50().toMillis(),
                vitals.latenessP99().toMillis(),
                vitals.missed());
        System.out.printf(
                "CPU %.0f %% of one core (servers included), resident %d MiB, %d looks unsaved, %d lost%n",
                cpu * 100.0 / length.toMillis(), residentMebibytes(), vitals.unsavedLooks(), vitals.lostLooks());
        AnswerTimes.print(engine, store, clock, QUESTIONS);
        ticker.close();
        engine.close();
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
                        new Confirm(3, 2, Duration.ofSeconds(5)),
                        ZoneOffset.UTC,
                        Origin.FILE))
                .toList();
    }

    private static ServerSocket serve() throws IOException {
        ServerSocket server = new ServerSocket(0, 4_096, InetAddress.getLoopbackAddress());
        byte[] answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"
                .getBytes(StandardCharsets.US_ASCII);
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket connection = server.accept();
                    Thread.ofVirtual().start(() -> answer(connection, answer));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return server;
    }

    private static void answer(Socket connection, byte[] answer) {
        try (connection) {
            if (connection.getInputStream().read(new byte[4_096]) > 0) {
                connection.getOutputStream().write(answer);
            }
        } catch (IOException gone) {
            // The look ended.
        }
    }

    private static long cpuMillis() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1_000_000;
    }

    static long residentMebibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException none) {
            return -1;
        }
    }
}

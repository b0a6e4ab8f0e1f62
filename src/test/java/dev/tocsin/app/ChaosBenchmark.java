package dev.tocsin.app;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Capacity;
import dev.tocsin.engine.Channel;
import dev.tocsin.engine.Declared;
import dev.tocsin.engine.Engine;
import dev.tocsin.engine.Fittings;
import dev.tocsin.engine.Outgoing;
import dev.tocsin.engine.Timepiece;
import dev.tocsin.engine.Wording;
import dev.tocsin.probe.Probers;
import dev.tocsin.schedule.QuartzTicker;
import dev.tocsin.store.SqliteStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Kills the bot with SIGKILL at random moments in a storm of outages and returns, and counts what was lost and what came
 * twice: {@code ChaosBenchmark [kills] [seed]}. The bot is a process of its own with the real store, schedule and
 * probes; its channel writes each notice to a file and forces it to the disk before it answers.
 */
final class ChaosBenchmark {
    private static final int SERVICES = 30;
    private static final ChannelRef FILE = ChannelRef.parse("file:notices");

    private ChaosBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 0 && args[0].equals("child")) {
            child(Path.of(args[1]), List.of(args).subList(2, args.length));
            return;
        }
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        Random random = new Random(args.length > 1 ? Long.parseLong(args[1]) : 7);
        Path folder = Files.createTempDirectory("tocsin-chaos");
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < SERVICES; i++) {
            services.add(new Service());
        }
        for (int kill = 0; kill < kills; kill++) {
            Process bot = start(folder, services);
            long until = System.nanoTime()
                    + Duration.ofMillis(2_500 + random.nextInt(5_000)).toNanos();
            while (System.nanoTime() < until) {
                services.get(random.nextInt(SERVICES)).flip();
                pause(60);
            }
            bot.destroyForcibly().waitFor();
        }
        for (Service service : services) {
            service.listen();
        }
        Process last = start(folder, services);
        pause(25_000);
        last.destroy();
        last.waitFor();
        report(folder, kills);
        System.exit(0);
    }

    private static void report(Path folder, int kills) throws IOException {
        Map<String, Long> sent = Files.readAllLines(folder.resolve("notices")).stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        try (SqliteStore store = SqliteStore.open(folder.resolve("tocsin.db"))) {
            List<Incident> incidents = store.archive().incidents(100_000);
            List<String> owed = new ArrayList<>();
            for (Incident incident : incidents) {
                owed.add("incident/" + incident.id().number() + "/outage");
                if (!incident.isOpen()) {
                    owed.add("incident/" + incident.id().number() + "/restored");
                }
            }
            List<String> lost =
                    owed.stream().filter(key -> !sent.containsKey(key)).toList();
            long doubled = sent.values().stream().filter(times -> times > 1).count();
            System.out.printf(
                    "%d kills, %d incidents (%d open at the end), %d notices owed, %d lost, %d sent twice, %d still waiting%n",
                    kills,
                    incidents.size(),
                    incidents.stream().filter(Incident::isOpen).count(),
                    owed.size(),
                    lost.size(),
                    doubled,
                    store.outbox().backlog());
            lost.stream().limit(10).forEach(key -> System.out.println("lost: " + key));
        }
    }

    private static Process start(Path folder, List<Service> services) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ChaosBenchmark.class.getName(),
                "child",
                folder.toString()));
        services.forEach(service -> command.add(Integer.toString(service.port)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private static void child(Path folder, List<String> ports) throws IOException, InterruptedException {
        InstantSource clock = InstantSource.system();
        SqliteStore store = SqliteStore.open(folder.resolve("tocsin.db"));
        FileChannel file =
                FileChannel.open(folder.resolve("notices"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        List<Target> targets =
                ports.stream().map(port -> target(Integer.parseInt(port))).toList();
        Subscription all = new Subscription(
                -1, FILE, new Scope.Everything(), Severity.LOW, Manner.PLAIN, Origin.FILE, "benchmark", Instant.EPOCH);
        Engine engine = new Engine(
                new Fittings(Probers.open(), List.of(new FileChat(file)), new Keys(), new Capacity(500, 8)),
                store.stores(),
                new Declared(new Vantage("chaos"), targets, List.of(), List.of(), List.of(all), List.of()),
                new Timepiece(clock, System::nanoTime));
        QuartzTicker ticker = new QuartzTicker(clock);
        ticker.tick(engine.shards(), engine::tick);
        ticker.repeat("second", Duration.ofSeconds(1), engine::everySecond);
        engine.start();
        ticker.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            ticker.close();
            engine.close();
            store.close();
        }));
        new CountDownLatch(1).await();
    }

    private static Target target(int port) {
        return new Target(
                new TargetId("service-" + port),
                "Service " + port,
                new Check.Tcp("127.0.0.1", port),
                Optional.empty(),
                Set.of(),
                Severity.NORMAL,
                new Pace(Duration.ofSeconds(1), Duration.ofMillis(800)),
                new Confirm.Count(2, 1, Duration.ofMillis(200)),
                ZoneOffset.UTC,
                Origin.FILE);
    }

    private static void pause(long millis) throws InterruptedException {
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }

    /** A port that answers or refuses. */
    private static final class Service {
        private final int port;
        private ServerSocket socket;

        Service() throws IOException {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            port = socket.getLocalPort();
        }

        void flip() throws IOException {
            if (socket.isClosed()) {
                listen();
            } else {
                socket.close();
            }
        }

        void listen() throws IOException {
            if (socket.isClosed()) {
                socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            }
        }
    }

    /** Says the keys of notices, one a line. */
    private static final class Keys implements Wording {
        @Override
        public Message one(Notice notice, Instant now) {
            return Message.of(Tone.INFO, notice.key());
        }

        @Override
        public Message current(List<Notice> notices) {
            return many(notices, Instant.EPOCH);
        }

        @Override
        public Message many(List<Notice> notices, Instant now) {
            return Message.of(Tone.INFO, notices.stream().map(Notice::key).collect(Collectors.joining("\n")));
        }
    }

    private record FileChat(FileChannel file) implements Channel {
        @Override
        public String platform() {
            return FILE.platform();
        }

        @Override
        public DeliveryResult send(ChannelRef to, Outgoing outgoing) {
            String text = outgoing.message().headline().spans().getFirst()
                            instanceof dev.tocsin.core.message.Span.Plain(String keys)
                    ? keys
                    : "";
            try {
                file.write(java.nio.ByteBuffer.wrap((text + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8)));
                file.force(false);
                return new DeliveryResult.Delivered(new Receipt(outgoing.key()));
            } catch (IOException failed) {
                return new DeliveryResult.Deferred(Optional.empty(), failed.toString());
            }
        }
    }
}

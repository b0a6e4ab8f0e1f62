package dev.tocsin.engine;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Span;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.Bell;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.observe.Attempt;
import dev.tocsin.core.observe.Certificate;
import dev.tocsin.core.observe.Expectation;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Trail;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Check;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Reach;
import dev.tocsin.core.target.Scope;
import dev.tocsin.core.target.Severity;
import dev.tocsin.core.target.Target;
import dev.tocsin.sample.Samples;
import dev.tocsin.store.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The whole engine over a real store, moved step by step, with a scripted world and a channel that writes down. */
public final class Rig implements AutoCloseable {
    static final ChannelRef MAIN = Samples.CONSOLE;

    public final TestTime time = new TestTime(Samples.NOON);
    /** Addresses that do not answer. */
    public final Set<String> dead = new HashSet<>();

    /** Hosts whose names lead nowhere. */
    final Set<String> nameless = new HashSet<>();

    /** What hosts show when they are asked for a certificate. */
    final Map<String, Certificate> certificates = new HashMap<>();

    public final List<String> said = new ArrayList<>();
    /** Whether what was sent made a sound, in order; edits are not in it. */
    final List<Bell> bells = new ArrayList<>();

    final Map<ChannelRef, Supplier<DeliveryResult>> answers = new HashMap<>();
    /** What comes of edits; each succeeds where nothing else is said. */
    final Map<ChannelRef, Supplier<DeliveryResult>> amendments = new HashMap<>();

    /** How the console is told from the next {@link #declared} on. */
    Manner manner = Manner.PLAIN;

    /** What the console hears of from the next {@link #declared} on. */
    Scope scope = new Scope.Everything();

    /** Who hears of the bot's own troubles, from the next {@link #declared} on. */
    List<ChannelRef> operators = List.of(MAIN);

    /** Whether the platforms can edit. */
    Channel.Editing editing = Channel.Editing.IMPOSSIBLE;

    private final Path file;
    final FailingStores faults = new FailingStores();
    private final FailingStores lookFaults = new FailingStores();
    private List<Target> targets = List.of(Samples.target("api"));
    private Vantage vantage = Samples.HERE;
    private List<Control> controls = IntStream.rangeClosed(1, 3)
            .mapToObj(i -> new Control("control-" + i, new Check.Tcp("control-" + i, 443)))
            .toList();
    private SqliteStore store;
    private Works works;
    public Engine engine;
    private int messages;

    public Rig(Path folder) {
        file = folder.resolve("tocsin.db");
        start();
    }

    void start() {
        store = SqliteStore.open(file);
        Stores stores = new Stores(
                faults.over(store.ledger()),
                faults.over(store.outbox()),
                lookFaults.over(store.observationLog()),
                store.archive(),
                store.upkeep());
        Fittings fittings = new Fittings(
                new World(), List.of(new Chat("console"), new Chat("telegram")), new KeyWords(), new Capacity(100, 4));
        works = new Works(fittings, stores, time.timepiece(), CallersThread::new);
        engine = new Engine(works, declared(), time.timepiece());
        settle();
    }

    /** As a kill -9 and a new start, so much later. */
    public void restartAfter(Duration away) {
        store.close();
        time.pass(away);
        start();
    }

    public void declare(List<Target> wanted) {
        targets = wanted;
        engine.redeclare(declared());
        settle();
    }

    /** Whether looks can be written down. */
    public void breakLooks(boolean broken) {
        lookFaults.broken = broken;
    }

    public void breakStore(boolean broken) {
        faults.broken = broken;
    }

    /** Lets time pass in steps of a quarter second, doing all that falls due. */
    public void run(Duration length) {
        for (long millis = 0; millis < length.toMillis(); millis += 250) {
            time.pass(Duration.ofMillis(250));
            works.beat();
            for (int shard = 0; shard < engine.shards(); shard++) {
                engine.tick(shard);
            }
            if (millis % 1_000 == 0) {
                engine.everySecond();
            }
            settle();
        }
    }

    /** This target fails until its outage is confirmed; its notice still waits for others. */
    void confirmDown(String target) {
        dead.add(target);
        while (engine.openIncidents().isEmpty()) {
            run(Duration.ofMillis(250));
        }
    }

    public Reply ask(Request request) {
        var reply = new java.util.concurrent.CompletableFuture<Reply>();
        works.post(new Event.Asked(request, reply));
        settle();
        return reply.join();
    }

    /** Requests and looks that are carried out at once, since no thread moves the engine here. */
    public Requests inline() {
        return new Requests() {
            @Override
            public Reply submit(Request request) {
                return ask(request);
            }

            @Override
            public Optional<dev.tocsin.core.observe.Observation> lookNow(dev.tocsin.core.target.TargetId target) {
                Optional<dev.tocsin.core.observe.Observation> look = engine.lookNow(target);
                settle();
                return look;
            }
        };
    }

    public void settle() {
        works.takeIn();
        works.writeDown();
        works.dispatcher().round();
        works.takeIn();
        works.writeDown();
        works.amender().round();
        works.looks().flush();
    }

    /** Deliveries of the store that are not marked as sent. */
    long unmarked() {
        return store.outbox().backlog();
    }

    Path file() {
        return file;
    }

    Works works() {
        return works;
    }

    public Archive archive() {
        return store.archive();
    }

    @Override
    public void close() {
        store.close();
    }

    private Declared declared() {
        Subscription all = new Subscription(-1, MAIN, scope, Severity.LOW, manner, Origin.FILE, "file", Instant.EPOCH);
        return new Declared(vantage, targets, List.of(Samples.GOV), controls, List.of(all), operators);
    }

    private final class World implements Prober {
        @Override
        public Finding look(Check check, Reach reach, Duration timeout) {
            Finding finding = Rig.this.look(check);
            boolean named = nameless.stream().noneMatch(host(check)::startsWith);
            return named
                    ? finding
                    : finding.with(new Outcome.Down(new Failure(Phase.DNS, FailureKind.DNS_SERVFAIL, "")));
        }

        @Override
        public Optional<Finding> lookAt(String address, Check check, Reach reach, Duration timeout) {
            return Optional.of(Rig.this.look(check));
        }
    }

    private static String host(Check check) {
        return switch (check) {
            case Check.Http http -> http.url().getHost();
            case Check.Tcp tcp -> tcp.host();
            case Check.Tls tls -> tls.host();
            default -> throw new IllegalArgumentException("a rig has no " + check.kind());
        };
    }

    private Finding look(Check check) {
        String host = host(check);
        boolean fails = dead.stream().anyMatch(host::startsWith);
        return new Finding(
                fails ? Samples.down() : new Outcome.Up(),
                new Timings(
                        Map.of(Phase.TCP, Duration.ofMillis(8), Phase.HTTP, Duration.ofMillis(12)),
                        Duration.ofMillis(20)),
                Optional.of("192.0.2.1"),
                new Trail(
                        List.of(new Attempt("192.0.2.1:443", Duration.ofMillis(8), Optional.empty())),
                        List.of(),
                        Optional.ofNullable(certificates.get(host)),
                        List.of(new Expectation("status 200-399", "200", Expectation.Result.MET)),
                        List.of()));
    }

    /** Writes down what is said where: {@code 12:00:17 console:main: incident/1/outage}. */
    private final class Chat implements Channel {
        private final String platform;

        Chat(String platform) {
            this.platform = platform;
        }

        @Override
        public String platform() {
            return platform;
        }

        @Override
        public Editing editing() {
            return editing;
        }

        @Override
        public DeliveryResult amend(ChannelRef in, Receipt sent, Outgoing now) {
            DeliveryResult result = amendments
                    .getOrDefault(in, () -> new DeliveryResult.Delivered(sent))
                    .get();
            if (result instanceof DeliveryResult.Delivered) {
                said.add(sent.message() + " is " + text(now));
            }
            return result;
        }

        @Override
        public DeliveryResult send(ChannelRef to, Outgoing outgoing) {
            DeliveryResult result = answers.getOrDefault(
                            to, () -> new DeliveryResult.Delivered(new Receipt("m" + ++messages)))
                    .get();
            if (result instanceof DeliveryResult.Delivered) {
                bells.add(outgoing.bell());
                said.add(text(outgoing)
                        + outgoing.replyTo()
                                .map(receipt -> " re " + receipt.message())
                                .orElse(""));
            }
            return result;
        }
    }

    private static String text(Outgoing outgoing) {
        return outgoing.message().headline().spans().stream()
                .map(span -> ((Span.Plain) span).text())
                .collect(Collectors.joining());
    }

    private static String standing(Notice notice) {
        return notice instanceof Notice.Outage(var incident)
                ? incident.id() + " " + incident.state().getClass().getSimpleName()
                : notice.key();
    }

    /** Says the keys of notices, so that stories speak of events and not of words. */
    private static final class KeyWords implements Wording {
        @Override
        public Message one(Notice notice, Instant now) {
            return Message.of(Tone.INFO, notice.key());
        }

        @Override
        public Message current(List<Notice> notices) {
            return Message.of(
                    Tone.INFO,
                    "now " + notices.stream().map(Rig::standing).sorted().collect(Collectors.joining(" + ")));
        }

        @Override
        public Message many(List<Notice> notices, Instant now) {
            return Message.of(
                    Tone.INFO, notices.stream().map(Notice::key).sorted().collect(Collectors.joining(" + ")));
        }
    }
}

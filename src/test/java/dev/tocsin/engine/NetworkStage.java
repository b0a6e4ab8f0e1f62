package dev.tocsin.engine;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Announcement;
import dev.tocsin.core.network.Group;
import dev.tocsin.core.network.Grouping;
import dev.tocsin.core.network.LookupZones;
import dev.tocsin.core.network.Place;
import dev.tocsin.core.network.SharedFrontEnds;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.target.AddressRange;
import dev.tocsin.core.target.NetworkId;
import dev.tocsin.core.target.Origin;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import dev.tocsin.store.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The parts that know networks, over a real store, with lookups that a test answers and a clock that it moves. */
final class NetworkStage implements AutoCloseable {
    static final Optional<LookupZones> CYMRU = Optional.of(LookupZones.CYMRU);

    final TestTime time = new TestTime(Samples.NOON);
    /** What was asked, in order. */
    final List<String> asked = new ArrayList<>();
    /** What is answered; where nothing is said, the lookup fails. */
    final Map<String, OriginLookup.Answer> answers = new HashMap<>();

    /** What goes wrong with every lookup. */
    Optional<RuntimeException> fault = Optional.empty();

    final Waiting waiting = new Waiting();
    private final Path file;
    private Grouping grouping = new Grouping(Map.of(), List.of(), SharedFrontEnds.USUAL, CYMRU);
    private List<Target> targets = List.of();
    private SqliteStore store;
    private Watch watch;
    Networks networks;

    NetworkStage(Path folder) {
        file = folder.resolve("tocsin.db");
        start();
    }

    void start() {
        store = SqliteStore.open(file);
        watch = new Watch(Remembered.NOTHING, Map.of(), new LookPlan(1), time.timepiece());
        networks = Networks.of(new Networks.Parts(this::answer, store.atlas(), waiting, time.timepiece()), watch);
        declare();
    }

    void restartAfter(Duration away) {
        networks.round();
        store.close();
        time.pass(away);
        waiting.tasks.clear();
        start();
    }

    void declare(Grouping next) {
        grouping = next;
        declare();
    }

    void declare(Target... wanted) {
        targets = wanted.length == 0 ? targets : List.of(wanted);
        watch.declare(
                new Declared(Samples.HERE, targets, List.of(Samples.GOV), List.of(), List.of(), List.of(), grouping));
    }

    /** A look at this target worked and used this address. */
    void worked(String target, String address) {
        saw(target, address, Samples.up());
    }

    void saw(String target, String address, Outcome outcome) {
        networks.saw(new Observation(
                new TargetId(target),
                Samples.HERE,
                time.now(),
                new Finding(outcome, new Timings(Map.of(), Duration.ofMillis(20)), Optional.of(address))));
    }

    /** A round after so much time, with all lookups that it brings. */
    void roundAfter(Duration pause) {
        time.pass(pause);
        networks.round();
        waiting.runAll();
    }

    void found(String address, String prefix, long system) {
        answers.put(
                address,
                new OriginLookup.Answer.Found(new Announcement(
                        AddressRange.parse(prefix).orElseThrow(),
                        List.of(system),
                        Optional.of("US"),
                        Optional.of("NAME-" + system))));
    }

    /** The network and what it is part of, and how that is known: {@code AS3561 216.88.0.0/14 < AS3561, LOOKED_UP}. */
    String place(String target) {
        return switch (networks.memberships().place(new TargetId(target))) {
            case Place.Known known ->
                String.join(" < ", known.groups().stream().map(Group::text).toList()) + ", " + known.source();
            case Place.Shared ignored -> "shared";
            case Place.Unknown ignored -> "unknown";
        };
    }

    SqliteStore store() {
        return store;
    }

    static Target free(String id) {
        return in(id, Optional.empty());
    }

    static Target in(String id, Optional<NetworkId> network) {
        Target like = Samples.target(id);
        return new Target(
                like.id(),
                like.name(),
                like.check(),
                network,
                like.tags(),
                like.severity(),
                like.pace(),
                like.confirm(),
                like.zone(),
                Origin.FILE);
    }

    @Override
    public void close() {
        store.close();
    }

    private OriginLookup.Answer answer(Address address, LookupZones zones) {
        asked.add(address.toString());
        fault.ifPresent(one -> {
            throw one;
        });
        return answers.getOrDefault(address.toString(), new OriginLookup.Answer.Failed("no answer"));
    }

    /** Keeps what is to be done until it is let go, at most so much. */
    static final class Waiting extends AbstractExecutorService {
        final Deque<Runnable> tasks = new ArrayDeque<>();
        int most = 100;

        void runAll() {
            while (!tasks.isEmpty()) {
                tasks.remove().run();
            }
        }

        @Override
        public void execute(Runnable task) {
            if (tasks.size() >= most) {
                throw new RejectedExecutionException();
            }
            tasks.add(task);
        }

        @Override
        public void shutdown() {
            tasks.clear();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}

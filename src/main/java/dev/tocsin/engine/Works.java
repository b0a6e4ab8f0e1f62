package dev.tocsin.engine;

import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The parts of the engine, put together, and the threads that move them. */
final class Works implements AutoCloseable {
    private final Timepiece time;
    private final ExecutorService threads;
    private final Optional<Instant> lastAlive;
    private final Pulse pulse;
    private final LookPlan plan;
    private final ControlWatch controls;
    private final CheckRun checks;
    private final LookSink looks;
    private final Books books;
    private final Intake intake;
    private final Journal journal;
    private final Dispatcher dispatcher;
    private final Amender amender;
    private final StoreHealth storeHealth;
    private final Caretaker caretaker;
    private final Loop intakeLoop;
    private final Loop journalLoop;
    private final Loop dispatchLoop;
    private final Loop lookLoop;
    private final Loop pulseLoop;
    private final Loop careLoop;
    private final Loop amendLoop;
    private final Networks networks;

    /** How looks and sendings get a thread. */
    interface Threads {
        ExecutorService open();
    }

    /** A virtual thread for each. */
    record VirtualThreads() implements Threads {
        @Override
        public ExecutorService open() {
            return Executors.newVirtualThreadPerTaskExecutor();
        }
    }

    Works(Fittings fittings, Stores stores, Timepiece time, Threads threads) {
        this.time = time;
        this.threads = threads.open();
        Consumer<Event> post = this::post;
        this.storeHealth = new StoreHealth(post);
        this.pulse = new Pulse(time);
        this.plan = new LookPlan(fittings.capacity().shards());
        this.controls = new ControlWatch(fittings.prober(), this.threads, time, post);
        this.looks = new LookSink(stores.observationLog(), storeHealth);
        Remembered remembered = stores.ledger().load();
        this.lastAlive = remembered.lastAlive();
        this.books = new Books(remembered, new Watch(remembered, Beginnings.stances(remembered), plan, time));
        Witness witness = new Witness(books.watch()::vantage, pulse);
        this.checks = new CheckRun(fittings, witness, controls, time, this.threads, post);
        Receipts receipts = new Receipts();
        MemoryOutbox memory =
                new MemoryOutbox(receipts, new Ahead(stores.outbox().pending()));
        Silences silences = new Silences(remembered.mutes(), remembered.open());
        this.journal = new Journal(stores.ledger(), memory, silences, storeHealth);
        this.networks = Networks.of(fittings, stores, books.watch(), time);
        CauseRules causes = new CauseRules(
                books, new Baselines(stores.archive(), this.threads), new PinnedLooks(fittings.prober(), this.threads));
        this.intake = new Intake(
                new Rules(books, plan, controls, causes, networks.memberships()), books, journal, this::keep, time);
        Post sending = new Post(fittings, time, receipts, new Post.Terms(silences, new Manners(books)), post);
        this.dispatcher = new Dispatcher(stores.outbox(), memory, sending, storeHealth, this.threads);
        this.amender = new Amender(stores.outbox(), sending, storeHealth, this.threads);
        this.caretaker = new Caretaker(stores.upkeep(), time, this::interval, storeHealth);
        this.intakeLoop = new Loop("intake", Duration.ofSeconds(1), this::takeIn);
        this.journalLoop = new Loop("journal", Duration.ofSeconds(1), this::writeDown);
        this.dispatchLoop = new Loop("dispatch", Duration.ofMillis(250), dispatcher::round);
        this.lookLoop = new Loop("looks", Duration.ofMillis(500), looks::flush);
        this.pulseLoop = new Loop("pulse", Duration.ofMillis(250), this::beat);
        this.careLoop = new Loop("upkeep", Duration.ofSeconds(1), caretaker::round);
        this.amendLoop = new Loop("amend", Duration.ofSeconds(1), amender::round);
    }

    /** Hands an event to the intake and returns at once. */
    void post(Event event) {
        intake.accept(event);
        intakeLoop.wake();
    }

    void start() {
        List.of(pulseLoop, journalLoop, lookLoop, dispatchLoop, intakeLoop, careLoop, amendLoop)
                .forEach(Loop::start);
        networks.start();
    }

    void takeIn() {
        if (intake.drain()) {
            journalLoop.wake();
        }
    }

    void writeDown() {
        if (journal.flush() != Journal.Flushed.NOTHING) {
            dispatchLoop.wake();
        }
    }

    void beat() {
        pulse.beat().ifPresent(gap -> {
            plan.realign(time.now());
            post(new Event.StoodStill(gap));
        });
    }

    /** What waits for these channels is sent with the next round, and edited with the next. */
    void hasten(Predicate<ChannelRef> channels) {
        dispatcher.hasten(channels);
        amender.hasten(channels);
        dispatchLoop.wake();
        amendLoop.wake();
    }

    Optional<Instant> lastAlive() {
        return lastAlive;
    }

    LookPlan plan() {
        return plan;
    }

    ControlWatch controls() {
        return controls;
    }

    CheckRun checks() {
        return checks;
    }

    LookSink looks() {
        return looks;
    }

    Books books() {
        return books;
    }

    Intake intake() {
        return intake;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    Amender amender() {
        return amender;
    }

    Caretaker caretaker() {
        return caretaker;
    }

    StoreHealth storeHealth() {
        return storeHealth;
    }

    Networks networks() {
        return networks;
    }

    @Override
    public void close() {
        checks.close();
        threads.shutdown();
        pulseLoop.close();
        careLoop.close();
        intakeLoop.close();
        journalLoop.close();
        dispatchLoop.close();
        amendLoop.close();
        networks.close();
        awaitSendings();
        lookLoop.close();
    }

    private void awaitSendings() {
        try {
            if (!threads.awaitTermination(1_500, TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private Optional<Duration> interval(TargetId target) {
        return Optional.ofNullable(books.watch().roster().targets().get(target))
                .map(one -> one.pace().every());
    }

    private void keep(Observation observation) {
        networks.saw(observation);
        looks.put(observation);
    }
}

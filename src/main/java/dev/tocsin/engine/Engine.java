package dev.tocsin.engine;

import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.network.Place;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * The outward flow, assembled: looks are made when a shard is ticked, and what follows from them is judged, written
 * down and sent on threads of its own. Safe for use by many threads.
 */
public final class Engine implements Situation, Requests, AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(70);

    private final Works works;
    private final Timepiece time;
    private final Instant startedAt;

    /** An engine with what the stores remember, not started; throws {@link StoreUnavailable} if they cannot be read. */
    public Engine(Fittings fittings, Stores stores, Declared declared, Timepiece time) {
        this(new Works(fittings, stores, time, new Works.VirtualThreads()), declared, time);
    }

    Engine(Works works, Declared declared, Timepiece time) {
        this.works = works;
        this.time = time;
        this.startedAt = time.now();
        works.lastAlive()
                .filter(startedAt::isAfter)
                .ifPresent(at -> works.intake()
                        .accept(new Event.StoodStill(new Gap(Outcome.Reason.NOT_RUNNING, at, startedAt))));
        works.intake().accept(new Event.Redeclared(declared, new CompletableFuture<>()));
        works.intake().drain();
    }

    /** Starts the threads. Looks begin with the first {@link #tick}. */
    public void start() {
        works.start();
    }

    /** Groups of targets that are ticked on their own: 0 to {@code shards() - 1}. */
    public int shards() {
        return works.plan().shards();
    }

    /** Begins the looks of a shard that fell due since the last tick; never blocks. Call it a few times a second. */
    public void tick(int shard) {
        for (LookPlan.DueLook due : works.plan().due(shard, time.now())) {
            works.books().watch().find(due.target()).ifPresent(target -> {
                target.missed(due.missed());
                works.checks().begin(target, due.kind(), due.at());
            });
        }
    }

    /** Call it about once a second: ends mutes, looks at the controls. */
    public void everySecond() {
        works.controls().beginIfDue();
        works.post(new Event.Ticked());
    }

    /** Puts a new config in force; the answer is completed by the intake once it is. */
    public CompletableFuture<Declared> redeclare(Declared declared) {
        CompletableFuture<Declared> done = new CompletableFuture<>();
        works.post(new Event.Redeclared(declared, done));
        return done;
    }

    /** Looks at more or less at a time: no look that goes on is disturbed, none is made sooner or later. */
    public void resize(Capacity capacity) {
        works.checks().allow(capacity.inFlight());
        works.plan().resize(capacity.shards());
    }

    /** Channels that could not be reached can be again: what waits for them is sent at once. Never blocks. */
    public void hasten(Predicate<ChannelRef> channels) {
        works.hasten(channels);
    }

    /** Tells the operators of a trouble of the bot's own; {@code topic} is a stable word for its kind. */
    public void trouble(String topic, String text) {
        works.post(new Event.Troubled(topic, text));
    }

    @Override
    public Reply submit(Request request) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        works.post(new Event.Asked(request, reply));
        try {
            return reply.get(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            return new Reply.Waiting();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new Reply.Refused("The bot is stopping.");
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    @Override
    public Optional<Observation> lookNow(TargetId target) {
        Optional<WatchedTarget> watched = works.books().watch().find(target);
        if (watched.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(works.checks()
                    .begin(watched.get(), LookPlan.Kind.AGAIN, time.now())
                    .get(LONGEST_LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | java.util.concurrent.CancellationException none) {
            return Optional.empty();
        }
    }

    @Override
    public Vantage vantage() {
        return works.books().watch().vantage();
    }

    @Override
    public Roster roster() {
        return works.books().watch().roster();
    }

    @Override
    public Optional<Standing> standing(TargetId target) {
        return works.books().watch().find(target).map(WatchedTarget::standing);
    }

    @Override
    public Collection<Standing> standings() {
        return works.books().watch().all().stream().map(WatchedTarget::standing).toList();
    }

    @Override
    public Place place(TargetId target) {
        return works.networks().memberships().place(target);
    }

    @Override
    public List<Incident> openIncidents() {
        return List.copyOf(works.books().open());
    }

    @Override
    public List<Mute> mutes() {
        return List.copyOf(works.books().mutes());
    }

    @Override
    public List<Subscription> subscriptions() {
        return works.books().subscriptions().toList();
    }

    @Override
    public Sight sight() {
        return works.controls().sight();
    }

    @Override
    public Optional<String> storeTrouble() {
        return works.storeHealth().trouble();
    }

    @Override
    public Vitals vitals() {
        Instant now = time.now();
        Lateness lateness = works.checks().lateness();
        return new Vitals(
                startedAt,
                lateness.perSecond(now, startedAt),
                lateness.p50(now),
                lateness.p99(now),
                works.books().watch().all().stream()
                        .mapToLong(WatchedTarget::missed)
                        .sum(),
                works.checks().inFlight(),
                works.looks().unsaved(),
                works.looks().lost(),
                works.dispatcher().backlog(),
                works.storeHealth().trouble());
    }

    /** Ends everything within three seconds: what has been decided is written, what was not sent stays for next time. */
    @Override
    public void close() {
        works.close();
    }
}

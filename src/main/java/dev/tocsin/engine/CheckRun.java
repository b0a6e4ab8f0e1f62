package dev.tocsin.engine;

import dev.tocsin.core.detect.Health;
import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.target.Target;
import dev.tocsin.engine.WatchedTarget.CurrentLook;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes looks: one at a time at each target, so many at once in all, each vouched for before it counts. The caller never
 * waits. Safe for use by many threads.
 */
final class CheckRun implements AutoCloseable {
    private final Prober prober;
    private final Witness witness;
    private final ControlWatch controls;
    private final Timepiece time;
    private final Lateness lateness = new Lateness();
    private final ExecutorService executor;
    private final Room room;
    private final Consumer<Event> intake;
    private volatile boolean closed;

    CheckRun(
            Fittings fittings,
            Witness witness,
            ControlWatch controls,
            Timepiece time,
            ExecutorService executor,
            Consumer<Event> intake) {
        this.prober = fittings.prober();
        this.witness = witness;
        this.controls = controls;
        this.time = time;
        this.executor = executor;
        this.room = new Room(fittings.capacity().inFlight());
        this.intake = intake;
    }

    Lateness lateness() {
        return lateness;
    }

    int inFlight() {
        return room.taken();
    }

    /** So many looks at once from now on; those that go on are not disturbed. */
    void allow(int inFlight) {
        room.resize(inFlight);
    }

    /**
     * Begins a look as soon as there is room, unless one at this target goes on already.
     *
     * @param due when it should have begun
     * @return the end of the look that goes on now, this one or the one before
     */
    CompletableFuture<Observation> begin(WatchedTarget watched, LookPlan.Kind kind, Instant due) {
        CurrentLook look = new CurrentLook(kind, new CompletableFuture<>());
        @Nullable CurrentLook before = watched.begin(look);
        if (before != null) {
            if (kind == LookPlan.Kind.REGULAR && before.kind() == LookPlan.Kind.REGULAR) {
                watched.missed(1);
            }
            return before.end();
        }
        try {
            executor.execute(() -> whenThereIsRoom(watched, look, due));
        } catch (RejectedExecutionException closing) {
            watched.end(look);
            look.end().cancel(false);
        }
        return look.end();
    }

    @Override
    public void close() {
        closed = true;
    }

    private void whenThereIsRoom(WatchedTarget watched, CurrentLook look, Instant due) {
        try {
            room.acquire();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            watched.end(look);
            look.end().cancel(false);
            return;
        }
        try {
            look(watched, look, due);
        } finally {
            room.release();
        }
    }

    private void look(WatchedTarget watched, CurrentLook look, Instant due) {
        Instant began = time.now();
        lateness.record(Duration.between(due, began), began);
        long beganNanos = time.nanos().getAsLong();
        Finding finding = probe(watched.target());
        Witness.Span span =
                new Witness.Span(began, time.now(), beganNanos, time.nanos().getAsLong());
        if (isNewFailure(watched, finding)) {
            controls.roundAfter(span.endedNanos())
                    .thenAccept(sight -> ended(watched, look, witness.vouch(watched.target(), span, finding, sight)));
            return;
        }
        Sight sight = controls.sight();
        ended(watched, look, witness.vouch(watched.target(), span, finding, sight));
    }

    private Finding probe(Target target) {
        try {
            return prober.look(target.check(), target.reach(), target.pace().timeout());
        } catch (RuntimeException fault) {
            return new Finding(
                    new Outcome.Unjudged(Outcome.Reason.INTERNAL, fault.toString()),
                    new Timings(Map.of(), Duration.ZERO),
                    java.util.Optional.empty());
        }
    }

    private static boolean isNewFailure(WatchedTarget watched, Finding finding) {
        return finding.outcome() instanceof Outcome.Down && !(watched.stance().health() instanceof Health.Down);
    }

    private void ended(WatchedTarget watched, CurrentLook look, Observation observation) {
        if (!closed) {
            intake.accept(new Event.Looked(
                    watched.target(),
                    observation.bare(),
                    observation.finding().trail().certificate()));
        }
        watched.end(look);
        look.end().complete(observation);
    }
}

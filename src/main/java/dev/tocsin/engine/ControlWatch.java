package dev.tocsin.engine;

import dev.tocsin.core.detect.ControlGate;
import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.target.Control;
import dev.tocsin.core.target.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Looks at the controls: now and then, and at once when a target fails. Rounds do not overlap and begin at least a
 * second apart, whatever the number of failing targets. Safe for use by many threads.
 */
final class ControlWatch {
    static final Duration TIMEOUT = Duration.ofSeconds(4);
    static final Duration APART = Duration.ofSeconds(1);
    static final Duration WHILE_CLEAR = Duration.ofSeconds(15);
    static final Duration WHILE_BLIND = Duration.ofSeconds(3);

    /** What waits for a round that begins after an instant of the monotonic clock. */
    private record Waiting(long since, CompletableFuture<Sight> answer) {}

    private final Prober prober;
    private final Executor executor;
    private final Timepiece time;
    private final Consumer<Event> intake;
    private final List<Waiting> waiting = new ArrayList<>();
    private List<Control> controls = List.of();
    private boolean running;
    private boolean begun;
    private long lastBegan;
    private volatile Sight sight = new Sight.Unguarded();

    ControlWatch(Prober prober, Executor executor, Timepiece time, Consumer<Event> intake) {
        this.prober = prober;
        this.executor = executor;
        this.time = time;
        this.intake = intake;
    }

    Sight sight() {
        return sight;
    }

    /** Looks at these from now on, at once if they are others than before; a round at those before counts no more. */
    synchronized void watch(List<Control> wanted) {
        if (!controls.equals(wanted)) {
            controls = List.copyOf(wanted);
            begun = false;
        }
    }

    /** The sight after a round that began later than this instant of the monotonic clock; at once where no controls are. */
    CompletableFuture<Sight> roundAfter(long since) {
        CompletableFuture<Sight> answer = new CompletableFuture<>();
        synchronized (this) {
            if (controls.isEmpty()) {
                return CompletableFuture.completedFuture(sight);
            }
            waiting.add(new Waiting(since, answer));
        }
        beginIfDue();
        return answer;
    }

    /** Begins a round if it is time; called about once a second. */
    void beginIfDue() {
        List<Control> round;
        long beganNanos = time.nanos().getAsLong();
        synchronized (this) {
            if (running || !due(beganNanos)) {
                return;
            }
            running = true;
            begun = true;
            lastBegan = beganNanos;
            round = controls;
        }
        Instant began = time.now();
        List<CompletableFuture<Boolean>> looks = round.stream()
                .map(control -> CompletableFuture.supplyAsync(() -> answers(control), executor))
                .toList();
        CompletableFuture.allOf(looks.toArray(CompletableFuture[]::new))
                .whenComplete((ignored, fault) -> ended(round, looks, began, beganNanos));
    }

    private boolean due(long now) {
        if (controls.isEmpty() && waiting.isEmpty() && sight instanceof Sight.Unguarded) {
            return false;
        }
        Duration since = Duration.ofNanos(now - lastBegan);
        if (!begun) {
            return true;
        }
        if (!waiting.isEmpty()) {
            return since.compareTo(APART) >= 0;
        }
        return since.compareTo(sight instanceof Sight.Blind ? WHILE_BLIND : WHILE_CLEAR) >= 0;
    }

    private boolean answers(Control control) {
        return prober.look(control.check(), Reach.ANYWHERE, TIMEOUT).outcome().isWorking();
    }

    private void ended(List<Control> round, List<CompletableFuture<Boolean>> looks, Instant began, long beganNanos) {
        int answering = (int) looks.stream()
                .filter(look -> !look.isCompletedExceptionally() && look.join())
                .count();
        List<Waiting> served;
        synchronized (this) {
            running = false;
            if (!round.equals(controls)) {
                return;
            }
            sight = ControlGate.after(sight, new ControlCount(answering, looks.size()), began, time.now());
            served = waiting.stream()
                    .filter(one -> beganNanos - one.since() >= 0)
                    .toList();
            waiting.removeAll(served);
        }
        intake.accept(new Event.Sighted(sight));
        served.forEach(one -> one.answer().complete(sight));
    }
}

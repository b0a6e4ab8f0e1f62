package dev.tocsin.engine;

import dev.tocsin.core.detect.Detector;
import dev.tocsin.core.detect.Detectors;
import dev.tocsin.core.detect.Stance;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One target as it is watched. What is held of it is written by the intake alone; anybody may read. At most one look
 * at it goes on at a time.
 */
final class WatchedTarget {
    private static final int RECENT = 10;

    private final Target target;
    private final Detector detector;
    private final Standing.Watching watching;
    private final AtomicLong made;
    private final AtomicLong unjudged;
    private final AtomicLong missed;
    private final AtomicReference<@Nullable CurrentLook> current;
    private volatile Stance stance;
    private volatile List<Observation> recent;

    /** A look that goes on, and why it was made. */
    record CurrentLook(LookPlan.Kind kind, CompletableFuture<Observation> end) {}

    WatchedTarget(Target target, Standing.Watching watching, Stance stance) {
        this.target = target;
        this.detector = Detectors.of(target);
        this.watching = watching;
        this.stance = stance;
        this.recent = List.of();
        this.made = new AtomicLong();
        this.unjudged = new AtomicLong();
        this.missed = new AtomicLong();
        this.current = new AtomicReference<>();
    }

    private WatchedTarget(WatchedTarget before, Target target, Standing.Watching watching) {
        this.target = target;
        this.detector = Detectors.of(target);
        this.watching = watching;
        this.stance = before.stance;
        this.recent = before.recent;
        this.made = before.made;
        this.unjudged = before.unjudged;
        this.missed = before.missed;
        this.current = before.current;
    }

    /** The same target after an edit, a pause or a resumption: everything known of it stays. */
    WatchedTarget as(Target edited, Standing.Watching next) {
        return new WatchedTarget(this, edited, next);
    }

    Target target() {
        return target;
    }

    Detector detector() {
        return detector;
    }

    Standing.Watching watching() {
        return watching;
    }

    Stance stance() {
        return stance;
    }

    void stand(Stance next) {
        stance = next;
    }

    List<Observation> recent() {
        return recent;
    }

    void saw(Observation observation) {
        made.incrementAndGet();
        if (observation.outcome() instanceof Outcome.Unjudged) {
            unjudged.incrementAndGet();
        }
        List<Observation> newer = new ArrayList<>(RECENT);
        newer.add(observation);
        newer.addAll(recent.subList(0, Math.min(recent.size(), RECENT - 1)));
        recent = List.copyOf(newer);
    }

    long missed() {
        return missed.get();
    }

    void missed(long looks) {
        missed.addAndGet(looks);
    }

    /** Begins a look, unless one goes on, which is then the answer. */
    @Nullable
    CurrentLook begin(CurrentLook look) {
        return current.compareAndExchange(null, look);
    }

    /** Ends a look, so that the next may begin. */
    void end(CurrentLook look) {
        current.compareAndSet(look, null);
    }

    Standing standing() {
        return new Standing(
                target, watching, stance, recent, new Standing.Counts(made.get(), unjudged.get(), missed.get()));
    }
}

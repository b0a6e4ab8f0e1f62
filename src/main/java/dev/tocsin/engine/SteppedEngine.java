package dev.tocsin.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The same engine without threads: whoever holds it moves it, in a time of their own, and everything that follows from a
 * step is over when the step returns. For what was recorded, not for what goes on: a look takes no time, and that the
 * process stood still is not noticed. Used by one thread; there is nothing to close.
 */
public final class SteppedEngine {
    private final Works works;
    private final Engine engine;

    /** Throws {@link StoreUnavailable} if the stores cannot be read. */
    public SteppedEngine(Fittings fittings, Stores stores, Declared declared, InstantSource clock) {
        Timepiece time = new Timepiece(clock, () -> 0);
        this.works = new Works(fittings, stores, time, CallersThread::new);
        this.engine = new Engine(works, declared, time);
        settle();
    }

    /** What a step came to. */
    public enum Stir {
        /** Something is held, open or waits to be sent that was not before. */
        CHANGED,
        STILL
    }

    /** When the next look is due; empty where nothing is watched. */
    public Optional<Instant> nextLook() {
        return works.plan().next();
    }

    /** Makes the looks that fell due. */
    public Stir look() {
        for (int shard = 0; shard < engine.shards(); shard++) {
            engine.tick(shard);
        }
        return settle();
    }

    /** Does what else falls due: incidents of networks, notices that waited for others. Call it about once a second. */
    public Stir second() {
        engine.everySecond();
        Stir stir = settle();
        works.dispatcher().round();
        works.looks().flush();
        return settle() == Stir.CHANGED ? Stir.CHANGED : stir;
    }

    private Stir settle() {
        boolean changed = works.intake().drain();
        works.writeDown();
        return changed ? Stir.CHANGED : Stir.STILL;
    }
}

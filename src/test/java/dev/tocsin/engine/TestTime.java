package dev.tocsin.engine;

import java.time.Duration;
import java.time.Instant;

/** Two clocks that a test moves. */
public final class TestTime {
    private Instant wall;
    private long nanos = 1_000_000;

    TestTime(Instant start) {
        wall = start;
    }

    public Timepiece timepiece() {
        return new Timepiece(() -> wall, () -> nanos);
    }

    public Instant now() {
        return wall;
    }

    void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }

    /** Somebody sets the wall clock. */
    void jump(Duration by) {
        wall = wall.plus(by);
    }
}

package dev.tocsin.engine;

import java.io.Serial;
import java.util.concurrent.Semaphore;

/**
 * Room for so many looks at once, which may grow and shrink meanwhile: after it shrank nobody enters until enough have
 * left. Safe for use by many threads.
 */
final class Room extends Semaphore {
    @Serial
    private static final long serialVersionUID = 1;

    private int most;

    Room(int most) {
        super(most);
        this.most = most;
    }

    synchronized int taken() {
        return most - availablePermits();
    }

    synchronized void resize(int next) {
        if (next > most) {
            release(next - most);
        } else {
            reducePermits(most - next);
        }
        most = next;
    }
}

package dev.tocsin.probe;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import java.net.InetAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Measures the phases of one look. Used by one thread at a time; a phase entered twice adds up. */
final class PhaseClock {
    private final LongSupplier ticker;
    private final long began;
    private final Map<Phase, Duration> phases = new EnumMap<>(Phase.class);
    private @Nullable Phase current;
    private long entered;
    private Optional<String> address = Optional.empty();

    PhaseClock(LongSupplier ticker) {
        this.ticker = ticker;
        this.began = ticker.getAsLong();
    }

    synchronized void enter(Phase phase) {
        leave();
        current = phase;
        entered = ticker.getAsLong();
    }

    synchronized void leave() {
        if (current != null) {
            phases.merge(current, Duration.ofNanos(ticker.getAsLong() - entered), Duration::plus);
            current = null;
        }
    }

    /** The phase the look is in, or was in last; DNS before any. */
    synchronized Phase phase() {
        if (current != null) {
            return current;
        }
        Phase last = Phase.DNS;
        for (Phase phase : phases.keySet()) {
            last = phase;
        }
        return last;
    }

    synchronized void use(InetAddress used) {
        address = Optional.of(used.getHostAddress());
    }

    synchronized Finding finding(Outcome outcome) {
        leave();
        return new Finding(outcome, new Timings(phases, Duration.ofNanos(ticker.getAsLong() - began)), address);
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Does what the store needs now and then, and leaves it to others half of the time. One thread calls {@link #round}. */
final class Caretaker {
    /** From one inspection of the store to the next; what goes wrong with its file is told within twice this. */
    static final Duration INSPECTION = Duration.ofSeconds(5);

    /** How long one round rolls up looks. */
    private static final Duration LONGEST = Duration.ofMillis(500);

    private final Upkeep upkeep;
    private final Timepiece time;
    private final Function<TargetId, Optional<Duration>> every;
    private final Consumer<StoreNews> news;
    private Instant inspected = Instant.MIN;

    /**
     * @param every how often a target is looked at now
     */
    Caretaker(Upkeep upkeep, Timepiece time, Function<TargetId, Optional<Duration>> every, Consumer<StoreNews> news) {
        this.upkeep = upkeep;
        this.time = time;
        this.every = every;
        this.news = news;
    }

    /** Call it about once a second. */
    void round() {
        Instant now = time.now();
        if (Duration.between(inspected, now).abs().compareTo(INSPECTION) >= 0) {
            inspected = now;
            told("file", () -> upkeep.inspect(now));
        }
        told("rollups", this::roll);
    }

    private void roll() {
        long began = time.nanos().getAsLong();
        Upkeep.Rolled rolled = Upkeep.Rolled.MORE;
        while (rolled == Upkeep.Rolled.MORE && time.nanos().getAsLong() - began < LONGEST.toNanos()) {
            rolled = upkeep.roll(time.now(), every);
        }
    }

    private void told(String part, Runnable work) {
        try {
            work.run();
            news.accept(new StoreNews.Working(part));
        } catch (StoreUnavailable trouble) {
            news.accept(new StoreNews.Failing(part, trouble.text()));
        }
    }
}

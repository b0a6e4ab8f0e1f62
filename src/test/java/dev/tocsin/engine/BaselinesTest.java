package dev.tocsin.engine;

import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.target.Target;
import dev.tocsin.sample.Samples;
import dev.tocsin.store.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was usual on the day before an onset, from a real store. */
class BaselinesTest {
    @TempDir
    Path folder;

    private final Target api = Samples.target("api");

    @Test
    void theMedianIsOfTheDayBeforeTheOnsetAndOfAnswersAlone() {
        try (SqliteStore store = SqliteStore.open(folder.resolve("a.db"))) {
            List<Observation> looks = new ArrayList<>();
            looks.addAll(looks(40, NOON.minusSeconds(3_600), 100, new Outcome.Up()));
            looks.addAll(looks(90, NOON.minus(Duration.ofHours(30)), 900, new Outcome.Up()));
            looks.addAll(looks(90, NOON.minusSeconds(60_000), 10_000, Samples.down()));
            looks.addAll(looks(90, NOON, 5_000, new Outcome.Up()));
            store.observationLog().append(looks);
            Baselines baselines = new Baselines(store.archive(), Runnable::run);
            baselines.ask(api, NOON);

            assertThat(baselines.median(api.id(), NOON).orElseThrow())
                    .isBetween(Duration.ofMillis(100), Duration.ofMillis(101));
            assertThat(baselines.median(api.id(), NOON.plusSeconds(1))).isEmpty();
        }
    }

    @Test
    void ofFewAnswersThereIsNone() {
        try (SqliteStore store = SqliteStore.open(folder.resolve("a.db"))) {
            store.observationLog().append(looks(Baselines.FEWEST - 1, NOON.minusSeconds(3_600), 100, new Outcome.Up()));
            Baselines baselines = new Baselines(store.archive(), Runnable::run);
            baselines.ask(api, NOON);

            assertThat(baselines.median(api.id(), NOON)).isEmpty();
        }
    }

    @Test
    void aStoreThatCannotBeReadLeavesItUnknown() {
        Baselines baselines = new Baselines(new UnreadableArchive(), Runnable::run);
        baselines.ask(api, NOON);

        assertThat(baselines.median(api.id(), NOON)).isEmpty();
    }

    private List<Observation> looks(int count, Instant from, int millis, Outcome outcome) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Observation(
                        api.id(),
                        Samples.HERE,
                        from.plusSeconds(30L * i),
                        new Finding(outcome, new Timings(Map.of(), Duration.ofMillis(millis)), Optional.empty())))
                .toList();
    }
}

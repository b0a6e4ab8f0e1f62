package dev.tocsin.engine;

import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.Rollup;
import dev.tocsin.core.target.TargetId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreUpkeepTest {
    private static final TargetId API = new TargetId("api");

    @TempDir
    Path folder;

    @Test
    void whileTheFileOfTheStoreIsAwayOutagesAreToldFromMemoryAndWrittenWhenItIsBack() throws IOException {
        try (Rig rig = new Rig(folder)) {
            Path elsewhere = folder.resolve("elsewhere.db");
            rig.run(Duration.ofSeconds(35));
            Files.move(rig.file(), elsewhere);
            rig.works().caretaker().round();
            assertThat(rig.engine.vitals().storeTrouble())
                    .hasValueSatisfying(text -> assertThat(text).contains("was deleted or moved away"));
            rig.dead.add("api");
            rig.run(Duration.ofSeconds(60));

            assertThat(rig.said).anyMatch(text -> text.contains("trouble/store"));
            assertThat(rig.said).contains("incident/1/outage");

            Files.move(elsewhere, rig.file());
            rig.works().caretaker().round();
            rig.run(Duration.ofSeconds(5));
            assertThat(rig.engine.vitals().storeTrouble()).isEmpty();
            assertThat(rig.archive().incidents(9)).hasSize(1);
        }
    }

    @Test
    void looksOfHoursThatAreOverAreRolledUpByTheIntervalOfTheirTarget() {
        try (Rig rig = new Rig(folder)) {
            rig.run(Duration.ofMinutes(1));
            rig.time.pass(Duration.ofHours(2));
            rig.works().caretaker().round();

            List<Rollup> hours = rig.archive()
                    .history(new HistoryQuery(
                            API, Duration.ofSeconds(30), NOON, NOON.plus(Duration.ofHours(1)), Grain.HOUR))
                    .rollups();

            assertThat(hours).singleElement().satisfies(hour -> {
                assertThat(hour.counts().up()).isEqualTo(2);
                assertThat(hour.working()).isEqualTo(Duration.ofSeconds(75));
            });
        }
    }

    @Test
    void aRoundRollsUpForHalfASecondAndInspectsEveryFiveSeconds() {
        TestTime time = new TestTime(NOON);
        List<String> done = new ArrayList<>();
        Caretaker caretaker = new Caretaker(
                new Busy(time, done), time.timepiece(), id -> Optional.of(Duration.ofSeconds(7)), news -> {});

        caretaker.round();
        assertThat(done).containsExactly("inspected", "rolled 7", "rolled 7", "rolled 7", "rolled 7", "rolled 7");
        done.clear();
        time.pass(Duration.ofSeconds(4));
        caretaker.round();
        assertThat(done).doesNotContain("inspected");
        time.pass(Duration.ofSeconds(1));
        caretaker.round();
        assertThat(done).contains("inspected");
    }

    @Test
    void whatGoesWrongIsToldByItsPartAndDoesNotKeepTheOtherFromBeingDone() {
        List<StoreNews> told = new ArrayList<>();
        Upkeep broken = new Upkeep() {
            @Override
            public Rolled roll(Instant now, Function<TargetId, Optional<Duration>> every) {
                return Rolled.ALL;
            }

            @Override
            public void inspect(Instant now) {
                throw new StoreUnavailable("It is gone.", new UncheckedIOException(new IOException()));
            }
        };

        new Caretaker(broken, new TestTime(NOON).timepiece(), id -> Optional.empty(), told::add).round();

        assertThat(told)
                .containsExactly(new StoreNews.Failing("file", "It is gone."), new StoreNews.Working("rollups"));
    }

    /** Has always more to roll up, a tenth of a second at a time. */
    private record Busy(TestTime time, List<String> done) implements Upkeep {
        @Override
        public Rolled roll(Instant now, Function<TargetId, Optional<Duration>> every) {
            time.pass(Duration.ofMillis(100));
            done.add("rolled " + every.apply(API).orElseThrow().toSeconds());
            return Rolled.MORE;
        }

        @Override
        public void inspect(Instant now) {
            done.add("inspected");
        }
    }
}

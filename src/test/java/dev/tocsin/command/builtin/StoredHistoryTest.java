package dev.tocsin.command.builtin;

import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.LookTally.Judged;
import dev.tocsin.sample.Samples;
import dev.tocsin.store.SqliteStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The past as the store tells it, look by look, against the looks it gives back whole. */
class StoredHistoryTest {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final TargetId MAIL = new TargetId("mail");

    @TempDir
    Path folder;

    private SqliteStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("tocsin.db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theStoreTellsTheSameFiguresAsTheLooksItHolds() {
        Instant end = NOON.plus(Duration.ofHours(20));
        store.observationLog().append(new RandomLooks(3).of("mail", EVERY, NOON, end));
        store.observationLog().append(new RandomLooks(4).of("portal", EVERY, NOON, end));
        for (int hour = 0; hour < 20; hour++) {
            Instant from = NOON.plus(Duration.ofHours(hour));
            List<Observation> looks = store.archive().looks(MAIL, from, end);
            HistoryFigures figures =
                    HistoryFigures.of(tally -> store.archive().tally(MAIL, from, end, tally), EVERY, from, end);

            assertThat(figures.looks()).isEqualTo(looks.size()).isPositive();
            assertThat(figures.uptime()).isEqualTo(HeldFigures.uptime(looks, EVERY, from, end));
            assertThat(figures.strip()).isEqualTo(HeldFigures.strip(looks, EVERY, from, end));
        }
    }

    @Test
    void ofATargetNeverLookedAtNothingIsTold() {
        HistoryFigures figures = HistoryFigures.of(
                tally -> store.archive().tally(MAIL, Instant.EPOCH, NOON, tally), EVERY, Instant.EPOCH, NOON);

        assertThat(figures.looks()).isZero();
        assertThat(figures.latencies().isEmpty()).isTrue();
    }

    @Test
    void looksAreWrittenWhileThePastIsBeingTold() {
        store.observationLog()
                .append(List.of(
                        Samples.look("mail", NOON, Samples.up()),
                        Samples.look("mail", NOON.plusSeconds(30), Samples.down())));
        List<Judged> told = new ArrayList<>();
        store.archive().tally(MAIL, NOON, NOON.plusSeconds(90), (at, judged, total) -> {
            store.observationLog()
                    .append(List.of(Samples.look("mail", NOON.plusSeconds(60 + told.size()), Samples.up())));
            told.add(judged);
        });

        assertThat(told).containsExactly(Judged.WORKING, Judged.FAILED);
        assertThat(store.archive().looks(MAIL, NOON, NOON.plusSeconds(90))).hasSize(4);
    }
}

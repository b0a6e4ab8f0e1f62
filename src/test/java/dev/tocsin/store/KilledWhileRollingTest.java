package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.Rollup;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.HistoryQuery;
import dev.tocsin.sample.HeldLooks;
import dev.tocsin.sample.RandomLooks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed between two writes loses no look that it had written, and counts none twice. */
class KilledWhileRollingTest {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Instant MIDNIGHT = Instant.parse("2022-07-16T00:00:00Z");
    private static final int BATCH = 100;

    @TempDir
    Path folder;

    /** What the process that gets killed does: writes looks, a fifth of them late, and rolls up all the time. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            List<Observation> looks = looks();
            try (SqliteStore store = SqliteStore.open(Path.of(args[0]))) {
                for (int i = Integer.parseInt(args[1]); i < looks.size() / BATCH; i++) {
                    store.observationLog().append(batch(looks, i));
                    System.out.println(i);
                    RollupsTest.roll(store, MIDNIGHT.plus(Duration.ofDays(2)));
                }
            }
        }
    }

    @Test
    void everyLookThatWasWrittenCountsOnceAfterAnyNumberOfKills() throws IOException, InterruptedException {
        Path file = folder.resolve("tocsin.db");
        int written = -1;
        for (int kill = 0; kill < 4; kill++) {
            written = runAndKill(file, written + 1, 3 + kill);
        }
        try (SqliteStore store = SqliteStore.open(file)) {
            int certain = (written + 1) * BATCH;
            List<Observation> kept =
                    store.archive().looks(new TargetId("mail"), Instant.EPOCH, MIDNIGHT.plus(Duration.ofDays(2)));
            assertThat(kept).hasSizeBetween(certain, certain + BATCH);
            RollupsTest.roll(store, MIDNIGHT.plus(Duration.ofDays(2)));
            assertSame(store, new HeldLooks(kept, EVERY));
        }
    }

    private static void assertSame(SqliteStore store, HeldLooks held) {
        Instant end = MIDNIGHT.plus(Duration.ofDays(1));
        Rollup sum = Rollup.sum(
                MIDNIGHT,
                store.archive()
                        .history(new HistoryQuery(new TargetId("mail"), EVERY, MIDNIGHT, end, Grain.DAY))
                        .rollups());
        assertThat(sum.counts()).isEqualTo(held.counts(MIDNIGHT, end));
        assertThat(sum.working()).isEqualTo(held.working(MIDNIGHT, end));
        assertThat(sum.failing()).isEqualTo(held.failing(MIDNIGHT, end));
    }

    /** Answers the last batch that the process said it had written when it was killed. */
    private static int runAndKill(Path file, int first, int batches) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int last = first - 1;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line;
            while ((line = said.readLine()) != null) {
                if (line.matches("\\d+")) {
                    last = Integer.parseInt(line);
                    if (last >= first + batches) {
                        process.toHandle().destroyForcibly();
                    }
                }
            }
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return last;
    }

    private static List<Observation> batch(List<Observation> looks, int number) {
        return looks.subList(number * BATCH, (number + 1) * BATCH);
    }

    private static List<Observation> looks() {
        List<Observation> looks = new RandomLooks(11).of("mail", EVERY, MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)));
        List<Observation> late = new java.util.ArrayList<>();
        for (int i = 0; i < looks.size() / 5; i++) {
            late.add(looks.remove(4 * i));
        }
        for (int i = 0; i < late.size(); i++) {
            looks.add(Math.min(looks.size(), 5 * i + 400), late.get(i));
        }
        return looks;
    }
}

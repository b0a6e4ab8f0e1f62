package dev.tocsin.command.builtin;

import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryFiguresTest {
    private static final Duration EVERY = Duration.ofSeconds(30);
    private static final Outcome UNJUDGED = new Outcome.Unjudged(Outcome.Reason.OWN_NETWORK, "");

    @Test
    void uptimeIsTheShareOfMeasuredTimeAlone() {
        List<Observation> looks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            looks.add(Samples.look("a", NOON.plusSeconds(30L * i), i < 45 ? Samples.up() : Samples.down()));
        }
        Uptime uptime = figures(looks, NOON.plusSeconds(1_800)).uptime();

        assertThat(uptime.share()).isCloseTo(.75, within(1e-9));
        assertThat(uptime.measured()).isCloseTo(1, within(1e-9));
    }

    @Test
    void timeNobodySpeaksForIsNeitherUpNorDown() {
        List<Observation> looks = List.of(
                Samples.look("a", NOON, Samples.up()),
                Samples.look("a", NOON.plusSeconds(3_000), UNJUDGED),
                Samples.look("a", NOON.plusSeconds(3_030), Samples.up()));
        Uptime uptime = figures(looks, NOON.plusSeconds(3_060)).uptime();

        assertThat(uptime.up()).isEqualTo(Duration.ofSeconds(75));
        assertThat(uptime.down()).isZero();
        assertThat(uptime.share()).isEqualTo(1);
    }

    @Test
    void withoutLooksNothingIsClaimed() {
        HistoryFigures figures = figures(List.of(), NOON.plusSeconds(60));

        assertThat(figures.uptime().share()).isNaN();
        assertThat(figures.strip()).isEqualTo("·".repeat(48));
    }

    @Test
    void percentilesAreByNearestRank() {
        Latencies hundred = new Latencies();
        LongStream.rangeClosed(1, 100).forEach(millis -> hundred.add(1_000 * millis));

        assertThat(hundred.percentile(.5)).isEqualTo(Duration.ofMillis(50));
        assertThat(hundred.percentile(.99)).isEqualTo(Duration.ofMillis(99));
        Latencies one = new Latencies();
        one.add(1_000);
        assertThat(one.percentile(.99)).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void aLatencyBeyondAllReasonIsStillCounted() {
        Latencies odd = new Latencies();
        odd.add(-1);
        odd.add(Long.MAX_VALUE / 1_000);

        assertThat(odd.percentile(.5)).isZero();
        assertThat(odd.percentile(1)).isEqualTo(Duration.ofNanos(Long.MAX_VALUE / 1_000 * 1_000));
    }

    @Test
    void figuresCountedInPassingAreThoseOfLooksHeldInMemory() {
        for (int seed = 0; seed < 300; seed++) {
            Instant end = NOON.plusMillis(1 + 40_000L * seed * seed);
            List<Observation> looks = new RandomLooks(seed).of("a", EVERY, NOON, end);
            HistoryFigures figures = figures(looks, end);

            assertThat(figures.looks()).isEqualTo(looks.size());
            assertThat(figures.uptime()).as("seed %d", seed).isEqualTo(HeldFigures.uptime(looks, EVERY, NOON, end));
            assertThat(figures.strip()).as("seed %d", seed).isEqualTo(HeldFigures.strip(looks, EVERY, NOON, end));
        }
    }

    @Test
    void percentilesAreNeverTooShortAndAtMostAThousandthTooLong() {
        for (int seed = 0; seed < 20; seed++) {
            Instant end = NOON.plus(Duration.ofHours(1 + seed));
            List<Observation> looks = new RandomLooks(seed).of("a", EVERY, NOON, end);
            Latencies latencies = figures(looks, end).latencies();
            List<Duration> sorted = HeldFigures.sorted(looks);
            for (double share : new double[] {.01, .5, .95, .99, 1}) {
                Duration exact = HeldFigures.percentile(sorted, share);
                assertThat(latencies.percentile(share)).isBetween(exact, exact.plus(exact.dividedBy(1_000)));
            }
        }
    }

    @Test
    void theStripShowsWhatEachSliceHeld() {
        Instant end = NOON.plusSeconds(48 * 60);
        List<Observation> looks = new ArrayList<>();
        for (int i = 0; i < 24 * 60; i += 30) {
            looks.add(Samples.look("a", NOON.plusSeconds(i), i < 600 ? Samples.up() : Samples.down()));
        }

        assertThat(figures(looks, end).strip())
                .startsWith("█".repeat(10) + "×".repeat(14))
                .endsWith("·".repeat(22));
    }

    @Test
    void pairsThatAreWrittenReadBack() {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("name", "a \"quoted\" \\ name");
        pairs.put("tags", "");
        pairs.put("url", "https://x.example/?a=b&c=d");

        assertThat(KeyValues.read(KeyValues.write(pairs))).contains(pairs);
        assertThat(KeyValues.read("a=1 a=2")).isEmpty();
        assertThat(KeyValues.read("a=1 stray")).isEmpty();
    }

    private static HistoryFigures figures(List<Observation> looks, Instant until) {
        return HistoryFigures.of(tally -> HeldFigures.tell(looks, tally), EVERY, NOON, until);
    }
}

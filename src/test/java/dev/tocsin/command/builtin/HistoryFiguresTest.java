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
        Uptime uptime = Uptime.of(looks, EVERY, NOON, NOON.plusSeconds(1_800));

        assertThat(uptime.share()).isCloseTo(.75, within(1e-9));
        assertThat(uptime.measured()).isCloseTo(1, within(1e-9));
    }

    @Test
    void timeNobodySpeaksForIsNeitherUpNorDown() {
        List<Observation> looks = List.of(
                Samples.look("a", NOON, Samples.up()),
                Samples.look("a", NOON.plusSeconds(3_000), UNJUDGED),
                Samples.look("a", NOON.plusSeconds(3_030), Samples.up()));
        Uptime uptime = Uptime.of(looks, EVERY, NOON, NOON.plusSeconds(3_060));

        assertThat(uptime.up()).isEqualTo(Duration.ofSeconds(75));
        assertThat(uptime.down()).isZero();
        assertThat(uptime.share()).isEqualTo(1);
    }

    @Test
    void withoutLooksNothingIsClaimed() {
        assertThat(Uptime.of(List.of(), EVERY, NOON, NOON.plusSeconds(60)).share())
                .isNaN();
        assertThat(Strip.of(List.of(), EVERY, NOON, NOON.plusSeconds(60))).isEqualTo("·".repeat(48));
    }

    @Test
    void percentilesAreByNearestRank() {
        List<Duration> hundred =
                LongStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).toList();

        assertThat(Percentiles.of(hundred, .5)).isEqualTo(Duration.ofMillis(50));
        assertThat(Percentiles.of(hundred, .99)).isEqualTo(Duration.ofMillis(99));
        assertThat(Percentiles.of(hundred.subList(0, 1), .99)).isEqualTo(Duration.ofMillis(1));
    }

    @Test
    void theStripShowsWhatEachSliceHeld() {
        Instant end = NOON.plusSeconds(48 * 60);
        List<Observation> looks = new ArrayList<>();
        for (int i = 0; i < 24 * 60; i += 30) {
            looks.add(Samples.look("a", NOON.plusSeconds(i), i < 600 ? Samples.up() : Samples.down()));
        }

        assertThat(Strip.of(looks, EVERY, NOON, end))
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
}

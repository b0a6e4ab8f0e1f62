package dev.tocsin.command.builtin;

import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.core.history.Counts;
import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.Judged;
import dev.tocsin.core.history.Latencies;
import dev.tocsin.core.history.Rolling;
import dev.tocsin.core.history.Rollup;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.engine.History;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        HistoryFigures figures = figures(looks, NOON.plusSeconds(3_060));

        assertThat(figures.uptime().up()).isEqualTo(Duration.ofSeconds(75));
        assertThat(figures.uptime().down()).isZero();
        assertThat(figures.uptime().share()).isEqualTo(1);
        assertThat(figures.counts().unjudged()).isEqualTo(1);
    }

    @Test
    void withoutLooksNothingIsClaimed() {
        HistoryFigures figures = figures(List.of(), NOON.plusSeconds(60));

        assertThat(figures.uptime().share()).isNaN();
        assertThat(figures.latencies().isEmpty()).isTrue();
        assertThat(figures.strip()).isEqualTo("·".repeat(48));
    }

    @Test
    void whatIsReadIsFineEnoughForTheStrip() {
        assertThat(HistoryFigures.grain(Duration.ofMinutes(10))).isEqualTo(Grain.SECOND);
        assertThat(HistoryFigures.grain(Duration.ofHours(1))).isEqualTo(Grain.MINUTE);
        assertThat(HistoryFigures.grain(Duration.ofHours(47))).isEqualTo(Grain.MINUTE);
        assertThat(HistoryFigures.grain(Duration.ofDays(30))).isEqualTo(Grain.HOUR);
        assertThat(HistoryFigures.grain(Duration.ofDays(365))).isEqualTo(Grain.DAY);
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
    void aTimeThatBeganEarlierThanAskedIsMeasuredAsAWhole() {
        Rollup hour = new Rollup(NOON, Counts.NONE, Duration.ofMinutes(30), Duration.ZERO, Latencies.NONE);
        HistoryFigures figures = HistoryFigures.of(new History(NOON, NOON.plus(Duration.ofHours(2)), List.of(hour)));

        assertThat(figures.from()).isEqualTo(NOON);
        assertThat(figures.uptime().measured()).isCloseTo(.25, within(1e-9));
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
        List<Rollup> rollups = new ArrayList<>();
        Rolling rolling = new Rolling(Grain.SECOND, NOON, until, EVERY, rollups::add);
        looks.forEach(look -> rolling.look(look.at().toEpochMilli(), Judged.of(look.outcome()), 42_000));
        rolling.end();
        return HistoryFigures.of(new History(NOON, until, rollups));
    }
}

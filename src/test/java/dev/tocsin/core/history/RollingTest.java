package dev.tocsin.core.history;

import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.sample.HeldLooks;
import dev.tocsin.sample.RandomLooks;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RollingTest {
    private static final Duration EVERY = Duration.ofSeconds(30);

    @Test
    void aLookCountsWhereItBeganAndSpeaksWhereItsTimePasses() {
        List<Rollup> minutes = rolled(
                Grain.MINUTE,
                NOON,
                NOON.plusSeconds(300),
                EVERY,
                List.of(
                        Samples.look("a", NOON.plusSeconds(50), Samples.up()),
                        Samples.look("a", NOON.plusSeconds(80), Samples.down())));

        assertThat(minutes).extracting(Rollup::at).containsExactly(NOON, NOON.plusSeconds(60), NOON.plusSeconds(120));
        assertThat(minutes)
                .extracting(Rollup::counts)
                .containsExactly(new Counts(1, 0, 0, 0), new Counts(0, 0, 1, 0), Counts.NONE);
        assertThat(minutes)
                .extracting(Rollup::working)
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ZERO);
        assertThat(minutes)
                .extracting(Rollup::failing)
                .containsExactly(Duration.ZERO, Duration.ofSeconds(40), Duration.ofSeconds(5));
    }

    @Test
    void whatIsUnjudgedSpeaksForNoTimeAndEndsTheTimeOfTheLookBefore() {
        List<Rollup> minutes = rolled(
                Grain.MINUTE,
                NOON,
                NOON.plusSeconds(60),
                EVERY,
                List.of(
                        Samples.look("a", NOON, Samples.up()),
                        Samples.look("a", NOON.plusSeconds(12), new Outcome.Unjudged(Outcome.Reason.OWN_NETWORK, ""))));

        assertThat(minutes).singleElement().satisfies(minute -> {
            assertThat(minute.counts()).isEqualTo(new Counts(1, 0, 0, 1));
            assertThat(minute.working()).isEqualTo(Duration.ofSeconds(12));
            assertThat(minute.failing()).isZero();
            assertThat(minute.latencies().count()).isEqualTo(1);
        });
    }

    @Test
    void aLookBeforeTheTimeSpeaksForItsBeginningAndIsNotCounted() {
        List<Rollup> minutes = rolled(
                Grain.MINUTE,
                NOON,
                NOON.plusSeconds(60),
                EVERY,
                List.of(Samples.look("a", NOON.minusSeconds(5), Samples.down())));

        assertThat(minutes)
                .containsExactly(new Rollup(NOON, Counts.NONE, Duration.ZERO, Duration.ofSeconds(40), Latencies.NONE));
    }

    @Property(tries = 300)
    void rollupsOfAnyGrainAddUpToThePlainDefinition(
            @ForAll long seed,
            @ForAll @LongRange(min = 0, max = 7_200_000) long begin,
            @ForAll @LongRange(min = 1, max = 90_000_000) long length,
            @ForAll @IntRange(min = 1, max = 4_000) int every) {
        Instant from = NOON.plusMillis(begin);
        Instant until = from.plusMillis(length);
        Duration interval = Duration.ofSeconds(every);
        HeldLooks held = new HeldLooks(
                new RandomLooks(seed).of("a", interval, NOON.minusSeconds(3_600), until.plusSeconds(60)), interval);
        for (Grain grain : Grain.values()) {
            Rollup sum = Rollup.sum(from, rolled(grain, from, until, interval, held.looks()));

            assertThat(sum.counts()).isEqualTo(held.counts(from, until));
            assertThat(sum.working()).isEqualTo(held.working(from, until));
            assertThat(sum.failing()).isEqualTo(held.failing(from, until));
        }
    }

    @Property(tries = 200)
    void adjacentTimesAddUp(@ForAll long seed, @ForAll @LongRange(min = 1, max = 9_999_999) long cut) {
        List<Observation> looks = new RandomLooks(seed).of("a", EVERY, NOON, NOON.plusMillis(10_000_000));
        Instant middle = NOON.plusMillis(cut);
        Instant end = NOON.plusMillis(10_000_000);
        List<Rollup> parts = new ArrayList<>(rolled(Grain.MINUTE, NOON, middle, EVERY, looks));
        parts.addAll(rolled(Grain.MINUTE, middle, end, EVERY, looks));

        assertThat(Rollup.sum(NOON, parts)).isEqualTo(Rollup.sum(NOON, rolled(Grain.HOUR, NOON, end, EVERY, looks)));
    }

    private static List<Rollup> rolled(
            Grain grain, Instant from, Instant until, Duration every, List<Observation> looks) {
        List<Rollup> rollups = new ArrayList<>();
        Rolling rolling = new Rolling(grain, from, until, every, rollups::add);
        looks.forEach(look -> rolling.look(
                look.at().toEpochMilli(),
                Judged.of(look.outcome()),
                look.finding().timings().total().toNanos() / 1_000));
        rolling.end();
        return rollups;
    }
}

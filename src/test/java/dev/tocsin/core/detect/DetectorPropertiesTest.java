package dev.tocsin.core.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.Confirm;
import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** No order, repetition or delay of observations makes a detector contradict itself. */
class DetectorPropertiesTest {
    private static final Pace PACE = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(10));
    private static final Detector FILTER = new FilterDetector(PACE);
    private static final Detector COUNT = new CountDetector(new Confirm.Count(2, 2, Duration.ofSeconds(5)), PACE);

    @Property(tries = 500)
    void outagesOpenAndEndInTurn(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int vantages) {
        for (Detector detector : List.of(FILTER, COUNT)) {
            Random random = new Random(seed);
            Stance stance = detector.start(Samples.NOON);
            Optional<Onset> open = Optional.empty();
            for (Observation look : looks(random, vantages)) {
                Judgement judgement = detector.judge(stance, look, look.at().plusSeconds(random.nextInt(20)));
                stance = judgement.stance();
                switch (judgement.verdict()) {
                    case Verdict.ConfirmsDown down -> {
                        assertThat(open).as("an outage opens twice").isEmpty();
                        open = Optional.of(down.onset());
                    }
                    case Verdict.ConfirmsUp up -> {
                        assertThat(open).as("an end without an outage").contains(up.onset());
                        assertThat(up.restoration().firstSuccess())
                                .as("it ends after it began")
                                .isAfterOrEqualTo(up.onset().firstFailure());
                        open = Optional.empty();
                    }
                    case Verdict.Unmoved ignored -> {}
                    case Verdict.Suspects ignored -> {}
                    case Verdict.Clears ignored -> {}
                    case Verdict.FirstUp ignored -> {}
                    case Verdict.Recovers ignored -> {}
                    case Verdict.Relapses ignored -> {}
                    case Verdict.ConfirmsLosing ignored -> {}
                    case Verdict.ConfirmsSteady ignored -> {}
                }
                boolean down = stance.health() instanceof Health.Down || stance.health() instanceof Health.Recovering;
                assertThat(down).isEqualTo(open.isPresent());
            }
        }
    }

    @Property(tries = 500)
    void beliefStaysADistribution(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int vantages) {
        Random random = new Random(seed);
        Stance stance = FILTER.start(Samples.NOON);
        for (Observation look : looks(random, vantages)) {
            stance = FILTER.judge(stance, look, look.at()).stance();
            FilterBelief belief = (FilterBelief) stance.belief();
            double[] weights = belief.masses().weights();
            assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(weights).min().orElseThrow()).isPositive();
            assertThat(belief.usual()).isBetween(0.0, .1);
            assertThat(belief.tally().failed()).isBetween(0, belief.tally().looks());
        }
    }

    @Property(tries = 300)
    void unjudgedLooksNeverCount(@ForAll long seed) {
        List<Observation> looks = looks(new Random(seed), 3);
        Stance with = FILTER.start(Samples.NOON);
        Stance without = FILTER.start(Samples.NOON);
        for (Observation look : looks) {
            with = FILTER.judge(with, look, look.at()).stance();
            if (!(look.outcome() instanceof Outcome.Unjudged)) {
                without = FILTER.judge(without, look, look.at()).stance();
            }
        }
        assertThat(with).isEqualTo(without);
    }

    /** Looks in stretches of one outcome; some late, some twice, some out of order, some that do not count. */
    private static List<Observation> looks(Random random, int vantages) {
        Observation[] looks = new Observation[300];
        long at = 0;
        boolean failing = false;
        for (int i = 0; i < looks.length; i++) {
            at += random.nextInt(20) == 0 ? random.nextInt(100_000) : random.nextInt(40);
            failing = random.nextInt(12) == 0 ? !failing : failing;
            long seen = random.nextInt(10) == 0 ? at - random.nextInt(200) : at;
            looks[i] = random.nextInt(15) == 0 && i > 0
                    ? looks[i - 1]
                    : look(random, Samples.NOON.plusSeconds(seen), random.nextInt(vantages), failing);
        }
        return List.of(looks);
    }

    private static Observation look(Random random, Instant at, int vantage, boolean failing) {
        Outcome outcome = random.nextInt(20) == 0
                ? new Outcome.Unjudged(Outcome.Reason.PAUSED, "")
                : failing == (random.nextInt(8) > 0) ? Samples.down() : Samples.up();
        Optional<ControlCount> controls =
                random.nextBoolean() ? Optional.empty() : Optional.of(new ControlCount(random.nextInt(4), 3));
        return new Observation(
                new TargetId("api"),
                new Vantage("v" + vantage),
                at,
                new Finding(outcome, new Timings(Map.of(), Duration.ZERO), Optional.empty()),
                controls);
    }
}

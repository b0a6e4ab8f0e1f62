package dev.tocsin.core.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.target.Pace;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small share of what {@link DetectionBenchmark} measures, on every build. */
class FalseAlarmTest {
    private static final double MONTH = 30 * 86_400;

    @ParameterizedTest
    @CsvSource({"1, .05, false", "1, .005, true", "3, .05, false", "3, .005, true"})
    void aMonthOfLossAndBurstsRaisesNoFalseAlarm(int vantages, double loss, boolean bursts) {
        Detector filter = new FilterDetector(new Pace(Duration.ofSeconds(60), Duration.ofSeconds(10)));
        long[] downs = {0};
        for (int seed = 0; seed < 4; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Trial.Rule rule = new Trial.Rule("filter", filter, vantages, 60, true);
            new Trial(rule, new Weather(new Weather.Kind(loss, bursts), vantages, random), random)
                    .until(MONTH, (at, verdict) -> downs[0] += verdict instanceof Verdict.ConfirmsDown ? 1 : 0);
        }

        assertThat(downs[0]).isZero();
    }
}

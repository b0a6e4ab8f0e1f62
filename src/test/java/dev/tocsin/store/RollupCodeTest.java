package dev.tocsin.store;

import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.core.history.Grain;
import dev.tocsin.core.history.Judged;
import dev.tocsin.core.history.Latencies;
import dev.tocsin.core.history.Rolling;
import dev.tocsin.core.history.Rollup;
import dev.tocsin.sample.RandomLooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RollupCodeTest {
    @Property(tries = 300)
    void whatIsPackedComesBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 900) int every) {
        List<Rollup> minutes = minutes(seed, Duration.ofSeconds(every));
        Latencies latencies = Rollup.sum(NOON, minutes).latencies();

        assertThat(RollupCode.minutes(NOON, RollupCode.minutes(NOON, minutes))).isEqualTo(minutes);
        assertThat(RollupCode.latencies(RollupCode.latencies(latencies), latencies.count()))
                .isEqualTo(latencies);
    }

    @Test
    void aUsualMinuteTakesFiveBytes() {
        Latencies two = Latencies.of(new int[] {1_700, 1_712}, new long[] {1, 1});
        Rollup minute = new Rollup(
                NOON, new dev.tocsin.core.history.Counts(2, 0, 0, 0), Duration.ofMinutes(1), Duration.ZERO, two);

        assertThat(RollupCode.minutes(NOON, List.of(minute))).hasSize(5);
    }

    @Test
    void whatIsCutShortIsAnError() {
        byte[] packed = RollupCode.latencies(Latencies.of(new int[] {1_700, 1_712}, new long[] {1, 300}));

        assertThatThrownBy(() -> RollupCode.latencies(java.util.Arrays.copyOf(packed, packed.length - 1), 301))
                .isInstanceOf(IllegalStateException.class);
    }

    private static List<Rollup> minutes(long seed, Duration every) {
        List<Rollup> minutes = new ArrayList<>();
        Rolling rolling = new Rolling(Grain.MINUTE, NOON, NOON.plusSeconds(3_600), every, minutes::add);
        new RandomLooks(seed)
                .of("a", every, NOON, NOON.plusSeconds(3_600))
                .forEach(look -> rolling.look(
                        look.at().toEpochMilli(),
                        Judged.of(look.outcome()),
                        look.finding().timings().total().toNanos() / 1_000));
        rolling.end();
        return minutes;
    }
}

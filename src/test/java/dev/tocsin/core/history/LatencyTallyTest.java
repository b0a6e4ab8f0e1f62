package dev.tocsin.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.sample.HeldLooks;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LatencyTallyTest {
    /** The last class begins here: some 76 hours. */
    static final long LONGEST = (1L << 38) - 1;

    @Test
    void percentilesAreByNearestRank() {
        LatencyTally hundred = new LatencyTally();
        LongStream.rangeClosed(1, 100).forEach(hundred::add);

        assertThat(hundred.percentile(.5)).isEqualTo(micros(50));
        assertThat(hundred.percentile(.991)).isEqualTo(micros(100));
        assertThat(hundred.percentile(.001)).isEqualTo(micros(1));
        assertThat(hundred.percentile(1)).isEqualTo(micros(100));
    }

    @Test
    void ofNothingThereIsNoPercentile() {
        assertThat(new LatencyTally().isEmpty()).isTrue();
        assertThat(new LatencyTally().percentile(.5)).isZero();
    }

    @Test
    void aLatencyBeyondAllReasonIsStillCounted() {
        LatencyTally odd = new LatencyTally();
        odd.add(-1);
        odd.add(Long.MAX_VALUE);

        assertThat(odd.percentile(.5)).isZero();
        assertThat(odd.percentile(1)).isEqualTo(micros(LONGEST));
        assertThat(odd.taken().count()).isEqualTo(2);
    }

    @Test
    void whatIsTakenIsCountedNoMore() {
        LatencyTally tally = new LatencyTally();
        tally.add(700);
        tally.add(300_000);
        Latencies first = tally.taken();
        tally.add(5);

        assertThat(first.count()).isEqualTo(2);
        assertThat(tally.taken()).isEqualTo(Latencies.of(new int[] {5}, new long[] {1}));
        assertThat(tally.taken()).isSameAs(Latencies.NONE);
    }

    @Property
    void aPercentileIsNeverTooShortAndAHundredTwentyEighthTooLongAtMost(
            @ForAll @Size(min = 1, max = 400) List<@LongRange(min = 0, max = LONGEST) Long> micros,
            @ForAll @LongRange(min = 1, max = 1_000) long thousandths) {
        LatencyTally tally = new LatencyTally();
        micros.forEach(tally::add);
        double share = thousandths / 1_000.0;

        Duration exact = HeldLooks.percentile(
                micros.stream().sorted().map(LatencyTallyTest::micros).toList(), share);

        assertThat(tally.percentile(share)).isBetween(exact, exact.plus(exact.dividedBy(128)));
    }

    @Property(tries = 200)
    void partsAddUpToTheWhole(
            @ForAll List<@LongRange(min = 0, max = LONGEST) Long> one,
            @ForAll List<@LongRange(min = 0, max = LONGEST) Long> other) {
        LatencyTally whole = new LatencyTally();
        one.forEach(whole::add);
        other.forEach(whole::add);
        LatencyTally part = new LatencyTally();
        LatencyTally sum = new LatencyTally();
        for (List<Long> micros : List.of(one, other)) {
            micros.forEach(part::add);
            sum.add(part.taken());
        }

        assertThat(sum.taken()).isEqualTo(whole.taken());
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(1_000 * micros);
    }
}

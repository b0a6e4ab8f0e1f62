package dev.tocsin.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.history.ReadingPlan.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ReadingPlanTest {
    private static final Instant NOW = Instant.parse("2022-07-16T12:34:56.789Z");
    private static final Instant ROLLED = Instant.parse("2022-07-16T12:00:00Z");
    private static final Kept USUAL = new Kept(
            ROLLED,
            Instant.parse("2022-07-14T12:00:00Z"),
            Instant.parse("2022-06-16T12:00:00Z"),
            Instant.parse("2021-06-11T00:00:00Z"));

    @Test
    void aYearIsReadFromDaysAndItsEdgesFromFinerRollups() {
        assertThat(plan(Duration.ofDays(365), Grain.DAY))
                .containsExactly(
                        "HOUR 2021-07-16T12:00:00Z to 2021-07-17T00:00:00Z",
                        "DAY 2021-07-17T00:00:00Z to 2022-07-16T00:00:00Z",
                        "HOUR 2022-07-16T00:00:00Z to 2022-07-16T12:00:00Z",
                        "SECOND 2022-07-16T12:00:00Z to 2022-07-16T12:34:56.789Z");
    }

    @Test
    void aWeekIsReadFromHoursAndBeginsWithAWholeMinute() {
        assertThat(plan(Duration.ofDays(7), Grain.HOUR))
                .containsExactly(
                        "MINUTE 2022-07-09T12:34:00Z to 2022-07-09T13:00:00Z",
                        "HOUR 2022-07-09T13:00:00Z to 2022-07-16T12:00:00Z",
                        "SECOND 2022-07-16T12:00:00Z to 2022-07-16T12:34:56.789Z");
    }

    @Test
    void whereLooksAreKeptTheEdgeIsReadFromThem() {
        assertThat(plan(Duration.ofHours(24), Grain.MINUTE))
                .containsExactly(
                        "SECOND 2022-07-15T12:34:56.789Z to 2022-07-15T12:35:00Z",
                        "MINUTE 2022-07-15T12:35:00Z to 2022-07-16T12:00:00Z",
                        "SECOND 2022-07-16T12:00:00Z to 2022-07-16T12:34:56.789Z");
        assertThat(plan(Duration.ofMinutes(50), Grain.SECOND))
                .containsExactly("SECOND 2022-07-16T11:44:56.789Z to 2022-07-16T12:34:56.789Z");
    }

    @Property(tries = 3_000)
    void everyPlanIsWithoutHolesAndReadsOnlyWhatIsKept(
            @ForAll @LongRange(min = 1, max = 60_000_000_000L) long back,
            @ForAll @LongRange(min = 1, max = 60_000_000_000L) long length,
            @ForAll Grain coarsest,
            @ForAll @IntRange(max = 900) int looks,
            @ForAll @IntRange(max = 900) int minutes,
            @ForAll @IntRange(max = 400) int hours) {
        Instant until = NOW.minusMillis(back % 4 == 0 ? 0 : back);
        Instant from = until.minusMillis(length);
        Kept kept = kept(looks, minutes, hours);

        List<Part> parts = ReadingPlan.of(from, until, coarsest, kept).parts();

        Instant at = parts.getFirst().from();
        assertThat(Duration.between(at, from)).isBetween(Duration.ZERO, Grain.DAY.length());
        assertThat(at)
                .isEqualTo(
                        kept.finest(from) == Grain.SECOND
                                ? from
                                : kept.finest(from).floor(from));
        for (Part part : parts) {
            assertThat(part.from()).isEqualTo(at).isBefore(part.until());
            assertThat(kept.has(part.grain(), part.from())).isTrue();
            if (part.grain() != Grain.SECOND) {
                assertThat(part.from()).isEqualTo(part.grain().floor(part.from()));
                assertThat(part.until())
                        .isEqualTo(part.grain().floor(part.until()))
                        .isBeforeOrEqualTo(ROLLED);
            }
            if (part.grain().compareTo(coarsest) > 0) {
                assertThat(kept.finest(part.grain().floor(part.until().minusMillis(1))))
                        .isEqualTo(part.grain());
            }
            at = part.until();
        }
        assertThat(Duration.between(until, at)).isBetween(Duration.ZERO, Grain.DAY.length());
    }

    private static Kept kept(int looks, int minutes, int hours) {
        Instant looksSince = ROLLED.minus(Duration.ofHours(looks));
        Instant minutesSince = ROLLED.minus(Duration.ofHours(minutes));
        Instant hoursSince = Grain.DAY.floor(looksSince).minus(Duration.ofDays(hours));
        return new Kept(ROLLED, looksSince, minutesSince, hoursSince);
    }

    private static List<String> plan(Duration window, Grain coarsest) {
        return ReadingPlan.of(NOW.minus(window), NOW, coarsest, USUAL).parts().stream()
                .map(part -> part.grain() + " " + part.from() + " to " + part.until())
                .toList();
    }
}

package dev.tocsin.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.target.AddressRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookedUpTest {
    private static final Instant ANSWERED = Instant.parse("2022-07-16T12:00:00Z");
    private static final Address ADDRESS = Address.parse("216.90.108.31").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "PT0S, FRESH, FRESH",
        "PT14M59S, FRESH, FRESH",
        "PT15M, FRESH, OVER",
        "PT23H59M59S, FRESH, OVER",
        "PT24H, DUE, OVER",
        "P29DT23H59M59S, DUE, OVER",
        "P30D, OVER, OVER",
        "PT-1S, DUE, DUE"
    })
    void whatWasFoundKeepsADayAndAMonthInNeedAndNothingAQuarterOfAnHour(Duration age, String found, String nothing) {
        Announcement announcement = new Announcement(
                AddressRange.parse("216.88.0.0/14").orElseThrow(), List.of(3561L), Optional.empty(), Optional.empty());

        assertThat(new LookedUp(ADDRESS, Optional.of(announcement), ANSWERED).age(ANSWERED.plus(age)))
                .hasToString(found);
        assertThat(new LookedUp(ADDRESS, Optional.empty(), ANSWERED).age(ANSWERED.plus(age)))
                .hasToString(nothing);
    }
}

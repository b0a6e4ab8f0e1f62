package dev.tocsin.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimePhraseTest {
    /** Saturday, 14:00 in Tirana. */
    private static final Instant NOW = Instant.parse("2022-07-16T12:00:00Z");

    private static final ZoneId TIRANA = ZoneId.of("Europe/Tirane");

    @ParameterizedTest
    @CsvSource({
        "2h, PT2H",
        "90 min, PT90M",
        "1h30m, PT90M",
        "7 days, P7D",
        "1 week, P7D",
        "45s, PT45S",
        "1.5h, PT90M",
        "for 2h, PT2H",
        "1h 30m, PT90M",
        "2 H 5 Minutes, PT2H5M"
    })
    void lengthsReadAsPeopleTypeThem(String phrase, Duration length) {
        assertThat(TimePhrase.length(phrase)).contains(length);
    }

    @ParameterizedTest
    @CsvSource({
        "2h, 2022-07-16T14:00:00Z",
        "for 2h, 2022-07-16T14:00:00Z",
        "until 18:00, 2022-07-16T16:00:00Z",
        "18:00, 2022-07-16T16:00:00Z",
        "until 9:30, 2022-07-17T07:30:00Z",
        "tomorrow 06:00, 2022-07-17T04:00:00Z",
        "until tomorrow, 2022-07-16T22:00:00Z",
        "mon 08:00, 2022-07-18T06:00:00Z",
        "saturday, 2022-07-22T22:00:00Z",
        "tomorrow at 06:00, 2022-07-17T04:00:00Z",
        "in 2h, 2022-07-16T14:00:00Z",
        "1.5h, 2022-07-16T13:30:00Z",
        "until 18.00, 2022-07-16T16:00:00Z",
        "until tomorrow 6am, 2022-07-17T04:00:00Z",
        "until tomorrow at 6 PM, 2022-07-17T16:00:00Z",
        "at 6:30 p.m., 2022-07-16T16:30:00Z",
        "12am, 2022-07-16T22:00:00Z",
        "sun 12 pm, 2022-07-17T10:00:00Z",
        "2022-12-01 06:00, 2022-12-01T05:00:00Z",
        "2022-12-01T06:00, 2022-12-01T05:00:00Z"
    })
    void instantsAreReadInTheZoneOfWhoeverTypes(String phrase, Instant instant) {
        assertThat(TimePhrase.instant(phrase, NOW, TIRANA)).contains(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "h",
                "2",
                "2x",
                "-2h",
                "0h",
                "25:00",
                "18:60",
                "2022-02-30",
                "2022-07-15",
                "today 13:00",
                "999999 weeks",
                "2h later",
                "until",
                "fritt18:00",
                "fri18:00",
                "2022-12-01t",
                "tomorrow at",
                "tomorrow at 6",
                "13 pm",
                "0am",
                "18:00 pm",
                "in 18:00",
                "1.h",
                "99999999999h"
            })
    void whatIsNoTimeToComeIsRefused(String phrase) {
        assertThat(TimePhrase.instant(phrase, NOW, TIRANA)).isEmpty();
    }

    @Test
    void anHourThatTheClockSkipsIsTheOneAfterIt() {
        Instant before = Instant.parse("2022-03-26T12:00:00Z");

        assertThat(TimePhrase.instant("tomorrow 02:30", before, TIRANA))
                .contains(Instant.parse("2022-03-27T01:30:00Z"));
    }

    @Test
    void everySpelledLengthReadsBack() {
        for (long seconds = 1; seconds <= 999_999; seconds += 59) {
            Duration length = Duration.ofSeconds(seconds);
            assertThat(TimePhrase.length(TimePhrase.spell(length))).contains(length);
        }
    }
}

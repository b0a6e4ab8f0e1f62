package dev.tocsin.core.cause;

import static dev.tocsin.sample.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.FailureKind;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.sample.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is seen of one target before and since its onset. */
class SymptomsTest {
    private static final Duration USUAL = Duration.ofMillis(100);

    @Test
    void theLastFiveAnswersAreHeldAgainstTheUsual() {
        List<Observation> looks = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> look(-30 * i, new Outcome.Up(), i <= 5 ? 400 + i : 90))
                .toList();

        assertThat(Symptoms.slowdown(Samples.onset(NOON), looks, USUAL)).contains(4.03);
    }

    @Test
    void fourAnswersSayNothingOfSlowness() {
        List<Observation> four = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> look(-30 * i, new Outcome.Up(), 400))
                .toList();

        assertThat(Symptoms.slowdown(Samples.onset(NOON), four, USUAL)).isEmpty();
    }

    @Test
    void whatFailedBeforeIsCountedAndWhatIsUnjudgedIsNot() {
        List<Observation> looks = List.of(
                look(-10, new Outcome.Up(), 9),
                look(-20, Samples.down(), 9),
                look(-30, new Outcome.Unjudged(Outcome.Reason.PAUSED, ""), 9),
                look(0, Samples.down(), 9));

        assertThat(Symptoms.before(Samples.onset(NOON), looks).before()).contains(new Tally(1, 2));
        assertThat(Symptoms.before(Samples.onset(NOON), List.of()).before()).isEmpty();
    }

    @Test
    void everyLookSinceTheOnsetIsCountedByWhatItCameTo() {
        Symptoms seen = Symptoms.before(Samples.onset(NOON), List.of())
                .and(look(0, Samples.down(), 9))
                .and(look(10, new Outcome.Up(), 9))
                .and(look(20, new Outcome.Unjudged(Outcome.Reason.OWN_NETWORK, ""), 9))
                .and(look(30, Samples.down(), 9))
                .and(look(40, Samples.down(), 9))
                .and(look(50, new Outcome.Up(), 9))
                .and(look(-50, Samples.down(), 9));

        assertThat(seen.since()).isEqualTo(new Tally(3, 5));
        assertThat(seen.signs()).containsExactly(Map.entry(Sign.SILENT, 3));
        assertThat(seen.relapses()).isEqualTo(1);
        assertThat(seen.latest()).isEqualTo(Symptoms.Latest.ANSWERED);
    }

    @ParameterizedTest
    @CsvSource({
        "TCP,CONNECT_TIMEOUT,'',SILENT",
        "TCP,CONNECTION_RESET,'',RESET",
        "TLS,CONNECTION_RESET,'',TLS_RESET",
        "TLS,EOF,'',TLS_RESET",
        "HTTP,HTTP_TIMEOUT,'',STALLED",
        "TALK,TCP_ANSWER,no answer in time,STALLED",
        "TALK,TCP_ANSWER,'expected 220, found 554',UNEXPECTED",
        "HTTP,HTTP_STATUS,503,UNAVAILABLE",
        "HTTP,HTTP_STATUS,'503, Retry-After 3600',COME_BACK_LATER",
        "HTTP,HTTP_STATUS,'502, Retry-After 3600',SERVER_ERROR",
        "HTTP,HTTP_STATUS,429,THROTTLED",
        "HTTP,HTTP_STATUS,404,UNEXPECTED",
        "HTTP,HTTP_STATUS,'',UNEXPECTED",
        "TLS,TLS_EXPIRED,'',CERTIFICATE",
        "DNS,DNS_SERVFAIL,'',NAME",
        "DNS,DNS_BOGON,'',BOGON",
    })
    void aFailureIsReadAsASign(Phase phase, FailureKind kind, String detail, Sign sign) {
        assertThat(Sign.of(new Failure(phase, kind, detail))).isEqualTo(sign);
    }

    private static Observation look(int seconds, Outcome outcome, int millis) {
        Instant at = NOON.plusSeconds(seconds);
        return new Observation(
                new TargetId("api"),
                Samples.HERE,
                at,
                new Finding(outcome, new Timings(Map.of(), Duration.ofMillis(millis)), Optional.empty()));
    }
}

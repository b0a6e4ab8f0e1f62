package dev.tocsin.command.look;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.console.PlainText;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.observe.Attempt;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Phase;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Trail;
import dev.tocsin.sample.Findings;
import dev.tocsin.sample.Golden;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaterfallTest {
    private static final int CONSOLE = 80;

    @Test
    void fiveServersAreToldAsTheyWereSeen() {
        String told = told("https://example.org/", Findings.healthy())
                + told("https://old.example/", Findings.expired())
                + told("db.example:5432", Findings.refused())
                + told("http://drip.example/", Findings.dripping())
                + told("http://example.org/", Findings.redirecting());

        assertThat(told.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(CONSOLE));
        Golden.holds(Path.of("src/test/resources/looks/five.txt"), told);
    }

    @Test
    void barsStandEndToEndAndTheLastReachesTheEnd() {
        String drawn = Waterfall.of(
                new Timings(Map.of(Phase.DNS, ms(25), Phase.TCP, ms(25), Phase.HTTP, ms(50)), ms(100)),
                Optional.of(Phase.HTTP));

        assertThat(drawn.lines())
                .containsExactly(
                        "DNS             25 ms  " + "█".repeat(10),
                        "TCP             25 ms  " + " ".repeat(10) + "█".repeat(10),
                        "HTTP            50 ms  " + " ".repeat(20) + "█".repeat(20) + "×",
                        "whole look     100 ms  " + "─".repeat(40));
    }

    @Test
    void timeOutsideEveryPhaseIsToldWithoutAPlace() {
        String drawn = Waterfall.of(new Timings(Map.of(Phase.TCP, ms(60)), ms(100)), Optional.empty());

        assertThat(drawn).contains("between         40 ms\n");
    }

    @Test
    void noTimingsMakeALineOverrun() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Map<Phase, Duration> phases = new EnumMap<>(Phase.class);
            for (Phase phase : Phase.values()) {
                if (random.nextBoolean()) {
                    phases.put(phase, Duration.ofNanos(random.nextLong(1L << random.nextInt(1, 50))));
                }
            }
            String drawn = Waterfall.of(
                    new Timings(phases, Duration.ofNanos(random.nextLong(1L << random.nextInt(1, 50)))),
                    phases.keySet().stream().findAny());
            assertThat(drawn.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(CONSOLE - 2));
        }
    }

    @Test
    void aLookThatIsNotJudgedHasNoVerdictAndOneWithoutPhasesSaysSo() {
        Message message = report(new Finding(
                new Outcome.Unjudged(Outcome.Reason.OWN_NETWORK, "TCP timeout"),
                new Timings(Map.of(), Duration.ZERO),
                Optional.empty()));

        assertThat(message.tone()).isEqualTo(Tone.WARNING);
        assertThat(PlainText.lines(message, CONSOLE))
                .containsExactly(
                        "? x",
                        "  Phases  none was begun",
                        "  Address  none was reached",
                        "  Verdict  none; this look says nothing of the service");
    }

    @Test
    void ofManyAddressesTheFirstAreToldAndTheRestIsCounted() {
        List<Attempt> tried = Collections.nCopies(40, new Attempt("192.0.2.7:80", ms(1), Optional.of(Samples.TIMEOUT)));
        Message message = report(new Finding(
                Samples.down(),
                new Timings(Map.of(Phase.TCP, ms(40)), ms(40)),
                Optional.empty(),
                new Trail(tried, List.of(), Optional.empty(), List.of(), List.of())));

        assertThat(PlainText.lines(message, CONSOLE))
                .contains("  40 connections were tried; what a phase took in each is added up.", "  · and 28 more")
                .hasSizeLessThan(22);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 ms",
        "-1000000, 0.0 ms",
        "412000, 0.4 ms",
        "9940000, 9.9 ms",
        "9960000, 9 ms",
        "999900000, 999 ms",
        "1240000000, 1.24 s",
        "9999000000, 10.0 s",
        "59940000000, 59.9 s",
        "60000000000, 1 min"
    })
    void durationsAreAsExactAsTheyNeedToBe(long nanos, String told) {
        assertThat(Took.of(Duration.ofNanos(nanos))).isEqualTo(told);
    }

    private static Message report(Finding finding) {
        return LookReport.of(Line.of("x"), finding, Samples.NOON);
    }

    private static String told(String address, Finding finding) {
        Line headline = Line.empty().strong(address).text(" · " + LookSentence.of(finding));
        return String.join("\n", PlainText.lines(LookReport.of(headline, finding, Samples.NOON), CONSOLE)) + "\n\n";
    }

    private static Duration ms(long millis) {
        return Duration.ofMillis(millis);
    }
}

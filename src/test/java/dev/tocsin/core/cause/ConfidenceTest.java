package dev.tocsin.core.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How far an assessment is borne out. */
class ConfidenceTest {
    private final Scene scope = Scene.failing(Map.of(Sign.OTHER, 2)).network(9, 0, 9);
    private final Scene three =
            Scene.failing(Map.of(Sign.SILENT, 2)).network(9, 0, 9).within(40);

    @Test
    void isLowByOneFamilyOfEvidence() {
        assertThat(scope.vantages(3, 0).assessed().cluesFor())
                .extracting(Clue::rule)
                .containsExactly("NL1", "PB5");
        assertThat(scope.assessed().confidence()).contains(Confidence.LOW);
    }

    @Test
    void isMediumByTwo() {
        assertThat(scope.slower(1).assessed().confidence()).contains(Confidence.MEDIUM);
    }

    @Test
    void isMediumByThreeFromOneVantage() {
        assertThat(three.assessed().confidence()).contains(Confidence.MEDIUM);
    }

    @Test
    void isHighByThreeFromTwoVantages() {
        assertThat(three.vantages(2, 0).assessed().confidence()).contains(Confidence.HIGH);
    }

    @Test
    void isLowByAMappingOfMoreThanAWeekAgo() {
        Scene seen = three.vantages(3, 0).relatives(3, 3);

        assertThat(seen.mappedAgo(Duration.ofDays(7)).assessed().confidence()).contains(Confidence.HIGH);
        assertThat(seen.mappedAgo(Duration.ofDays(7).plusMillis(1)).assessed().confidence())
                .contains(Confidence.LOW);
    }

    @Test
    void isNoneWhereNothingIsDetermined() {
        Assessment assessment = Scene.failing(Sign.REFUSED).assessed();

        assertThat(assessment.label()).isEqualTo(Cause.UNDETERMINED);
        assertThat(assessment.confidence()).isEmpty();
        assertThat(assessment.cluesFor()).isEmpty();
        assertThat(assessment.cluesBeside()).extracting(Clue::rule).contains("SF2", "NL9");
    }
}

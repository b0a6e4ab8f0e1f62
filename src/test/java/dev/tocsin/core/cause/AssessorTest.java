package dev.tocsin.core.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scenes and the cause each is assessed to. */
class AssessorTest {
    @ParameterizedTest
    @MethodSource("dev.tocsin.core.cause.Cases#all")
    void isAssessedTo(Cases.Case one) {
        assertThat(one.measured().assessed().label())
                .as(() -> one.measured().assessed().toString())
                .isEqualTo(one.expected());
    }

    @Test
    void everyLabelHasThreeScenesAtLeast() {
        Map<Cause, Long> scenes =
                Cases.all().collect(Collectors.groupingBy(Cases.Case::expected, Collectors.counting()));

        assertThat(scenes).containsOnlyKeys(Cause.values());
        assertThat(scenes.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(3));
    }

    @Test
    void everyRuleHasAnIdOfItsOwn() {
        Set<String> ids = Assessor.RULES.stream().map(Rule::id).collect(Collectors.toSet());

        assertThat(ids).hasSameSizeAs(Assessor.RULES).allMatch(id -> id.matches("[A-Z]{2}[1-9]"));
    }
}

package dev.tocsin.core.cause;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page for operators says what the rules do. */
class RulesPageTest {
    @Test
    void thePageHasEveryRuleWithItsOddsAndNoOther() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/causes.md")).stream()
                .filter(line -> line.matches("\\| `[A-Z]{2}\\d` \\|.*"))
                .toList();

        assertThat(rows).hasSameSizeAs(Assessor.RULES);
        assertThat(Assessor.RULES)
                .allSatisfy(rule -> assertThat(rows)
                        .anySatisfy(row -> assertThat(row)
                                .startsWith("| `" + rule.id() + "` |")
                                .endsWith("| " + odds(rule) + " |")));
    }

    private static String odds(Rule rule) {
        return rule.weights().entrySet().stream()
                .map(one -> marked(rule, one.getKey()) + String.format(Locale.ROOT, " %+.1f", one.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String marked(Rule rule, Cause cause) {
        return rule.marks().contains(cause) ? "**" + cause.phrase() + "**" : cause.phrase();
    }
}

package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.message.Line;
import dev.tocsin.sample.Samples;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    /** A character that means something to Discord, and no backslash before it. */
    private static final Pattern UNESCAPED =
            Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*(?:[*_~`|>\\[\\]<@]|^[#+-]|://|:\\w+:)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@everyone",
                "@here",
                "<@&1>",
                "<@1>",
                "<#1>",
                "```",
                "`x`",
                "**x**",
                "__x__",
                "~~x~~",
                "||x||",
                "> x",
                "# x",
                "- x",
                "[text](https://evil.example)",
                "<https://evil.example>",
                "https://discord.gg/abc",
                "<:name:1>",
                ":smile:",
                "<t:1:R>",
                "</add:1>",
                "\\*x*",
                "\\\\*x*"
            })
    void nothingFromOutsideMeansAnythingToDiscord(String text) {
        assertThat(UNESCAPED.matcher(Markdown.plain(text)).find())
                .as(Markdown.plain(text))
                .isFalse();
        assertThat(Markdown.plain(text).replaceAll("\\\\(.)", "$1")).isEqualTo(text);
        assertThat(Markdown.code(text).substring(1, Markdown.code(text).length() - 1))
                .doesNotContain("`");
        assertThat(Markdown.fixed(text).substring(4, Markdown.fixed(text).length() - 4))
                .doesNotContain("`");
    }

    @ParameterizedTest
    @CsvSource({"'a\u202Eb', a b", "'\u200B\u200B', ''", "'   ', ''", "'a\nb', a b"})
    void whatCannotBeSeenIsTakenOut(String text, String shown) {
        assertThat(Markdown.plain(text)).isEqualTo(shown);
    }

    @Test
    void nothingIsStrongOrCodeWhereThereIsNothing() {
        assertThat(Markdown.strong("\u200B") + Markdown.code(" ")).isEmpty();
    }

    @Test
    void theBlanksBetweenSpansStay() {
        assertThat(Markdown.line(Line.empty()
                        .strong("Confirmed: ")
                        .text("a is down ")
                        .code(" x ")
                        .text("- now")))
                .isEqualTo("**Confirmed:** a is down `x`\\- now");
    }

    @Test
    void timesAreToldInTheirZoneAndInTheReadersOwnWay() {
        assertThat(Markdown.line(Line.of("since ").time(Samples.NOON, ZoneOffset.UTC)))
                .startsWith("since ")
                .contains("12:00")
                .endsWith("(<t:" + Samples.NOON.getEpochSecond() + ":R>)");
    }
}

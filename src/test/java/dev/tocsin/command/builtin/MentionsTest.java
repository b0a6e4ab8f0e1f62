package dev.tocsin.command.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.notice.Manner.Mention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {
    @Test
    void theyAreReadAsDiscordPutsThemAndAsPeopleWriteThem() {
        assertThat(Mentions.read(" <@&12>, <@34> <@!56> role:78 user:90").orElseThrow())
                .extracting(Mention::toString)
                .containsExactly("role:12", "user:34", "user:56", "role:78", "user:90");
        assertThat(Mentions.read(""))
                .hasValueSatisfying(none -> assertThat(none).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"@everyone", "@here", "ops", "<@&>", "<#12>", "role:x", "role:12345678901234567890"})
    void whatIsNoMentionIsRefused(String text) {
        assertThat(Mentions.read(text)).isEmpty();
    }

    @Test
    void moreThanFiveAreRefused() {
        assertThat(Mentions.read("user:1 ".repeat(5))).isPresent();
        assertThat(Mentions.read("user:1 ".repeat(6))).isEmpty();
    }
}

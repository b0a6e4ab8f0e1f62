package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names made to format, to call, to link, to hide or to overflow: Telegram takes them all at once, as they are written. */
class HostileNamesTest {
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\n\u200D]]");

    private Stage stage;

    static Stream<String> names() {
        return Stream.of(
                "<b>",
                "</b></i>",
                "&",
                "&lt;&#0;&nbsp;",
                "_*[]()~`>#+-=|{}.!",
                "<a href=\"tg://user?id=1\">x</a>",
                "<pre><code class=\"language-sh\">",
                "[x](http://evil.example)",
                "@everyone @all /stop@TocsinTestBot",
                "x".repeat(5_000),
                "x".repeat(4_095) + "<",
                "&".repeat(5_000),
                "😀".repeat(2_100),
                "x" + "😀".repeat(2_100),
                "e\u0301".repeat(2_100),
                "Z" + "\u0301\u0316".repeat(3_000),
                "👩‍👩‍👧‍👦".repeat(400),
                "pay\u202Egnp.exe\u202C\u2066",
                "مرحبا " + "\u200F".repeat(50),
                "\u200B \u200B",
                "\uD83D half",
                "line\nbreak\r\ttab\u0000nul",
                "-- \u2028\u2029 --");
    }

    @BeforeEach
    void open() throws Exception {
        stage = new Stage();
    }

    @AfterEach
    void close() {
        assertThat(stage.owned()).as("nothing had to be sent in plain words").isEmpty();
        stage.close();
    }

    private static Message message(String name) {
        return Message.of(Tone.ALERT, Line.of("begin ").strong(name).text(" " + name))
                .fact(name, Line.of("").code(name))
                .and(new Block.Bullets(List.of(Line.of(name))))
                .and(new Block.Table(List.of("name", name), List.of(List.of(name, name))))
                .and(new Block.Fixed(name))
                .and(new Block.Document(name, name + "."))
                .suggest(name, "/mute " + name)
                .suggest("Details", "/why " + name)
                .and(new Block.Paragraph(Line.of("end")));
    }

    /** What is left of the message goes out as its chat has room again. */
    private List<Posted> shown(String name) {
        FakeChat to = stage.direct;
        for (int i = 0; i < 60; i++) {
            var result = stage.send(Long.toString(to.id()), message(name), "k", Optional.empty());
            if (result instanceof DeliveryResult.Delivered) {
                return stage.shown(to);
            }
            stage.pass(Stage.deferred(result).plus(Duration.ofSeconds(2)));
        }
        throw new AssertionError("never all of it");
    }

    @ParameterizedTest
    @MethodSource("names")
    void theyAreReadAsTheyAreWritten(String name) {
        List<Posted> shown = shown(name);
        String all = shown.stream().map(Posted::text).collect(Collectors.joining("\n"));

        assertThat(all).contains("begin").contains("end").doesNotContainPattern(HIDDEN);
        String letters = name.replaceAll("[\\p{Cf}\\p{Cc}\\p{Cs}\\s\u2028\u2029]", "");
        if (!letters.isEmpty()) {
            assertThat(all.replaceAll("[\\s\u200D]", "")).contains(letters);
        }
        assertThat(stage.telegram.requests().stream().filter(request -> request.status() != 200))
                .isEmpty();
        assertThat(shown.getLast().files()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("names")
    void anEditTakesThemToo(String name) {
        var receipt = stage.sent(stage.direct);
        stage.brought(stage.direct, receipt, message(name));

        assertThat(stage.shown(stage.direct).getFirst().text()).startsWith("⚠️ begin");
        assertThat(stage.shown(stage.direct)).anyMatch(posted -> posted.text().contains("end"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theyStandUnderAPictureAndInWhatAnswersIt(String name) {
        var receipt = stage.sent(stage.direct);
        stage.brought(stage.direct, receipt, Pictures.with(message(name), Pictures.RED));

        assertThat(stage.shown(stage.direct).getFirst().files()).hasSize(1);
        assertThat(stage.shown(stage.direct)).anyMatch(posted -> posted.text().contains("end"));
    }

    @Test
    void nothingFromOutsideCallsOrLinks() {
        List<Posted> shown = shown("<a href=\"tg://user?id=1\">x</a>");

        assertThat(shown).allSatisfy(posted -> {
            assertThat(posted.first("text_mention")).isEmpty();
            assertThat(posted.first("text_link")).isEmpty();
        });
    }
}

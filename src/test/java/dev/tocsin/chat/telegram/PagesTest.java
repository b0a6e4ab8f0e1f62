package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.Shown;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.sample.Golden;
import dev.tocsin.sample.NoticeBook;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static String shown(List<String> pages) {
        return pages.stream().map(page -> Shown.of(page).text()).collect(Collectors.joining("\n"));
    }

    private static void fits(List<String> pages, int most) {
        assertThat(pages).isNotEmpty().map(Shown::of).allSatisfy(page -> {
            assertThat(page.text().length()).isLessThanOrEqualTo(most);
            assertThat(page.entities()).isLessThanOrEqualTo(Pages.ENTITIES);
        });
    }

    @Test
    void everyNoticeLooksAsItIsMeant() {
        StringBuilder book = new StringBuilder();
        NoticeBook.all().forEach((title, message) -> {
            fits(Pages.of(message), Pages.TEXT);
            book.append("## ").append(title).append("\n\n");
            book.append(String.join("\n--- next message ---\n", Pages.of(message)))
                    .append("\n\n");
        });
        Golden.holds(Path.of("src/test/resources/telegram/notices.txt"), book.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>", "</b>", "&amp;", "&", "a < b > c", "_*[]()~`", "<a href=\"tg://user?id=1\">x</a>"})
    void nothingFromOutsideMeansAnythingToTelegram(String text) {
        Line line = Line.of(text + " ").strong(text).text(" ").code(text);
        Message message = Message.of(Tone.INFO, line).fact(text, Line.of(text)).and(new Block.Fixed(text));

        assertThat(shown(Pages.of(message))).isEqualTo("%1$s %1$s %1$s\n%1$s %1$s\n%1$s".formatted(text));
    }

    @Test
    void nothingIsStrongOrCodeWhereThereIsNothing() {
        Message message = Message.of(Tone.INFO, Line.of("x").strong("\u200B").code(" "));

        assertThat(Pages.of(message)).containsExactly("x");
    }

    @Test
    void timesAreToldInTheirZone() {
        assertThat(Pages.of(Message.of(Tone.INFO, Line.of("since ").time(Samples.NOON, ZoneOffset.UTC)))
                        .getFirst())
                .startsWith("since 12:00 ")
                .endsWith(" UTC");
    }

    @Test
    void aLongAnswerIsCutBetweenLinesAndHoldsAllOfThem() {
        List<Line> lines = IntStream.range(0, 400)
                .mapToObj(i -> Line.of("target number " + i + " ").strong("answers"))
                .toList();
        List<String> pages = Pages.of(Message.of(Tone.INFO, "400 targets").and(new Block.Bullets(lines)));

        fits(pages, Pages.TEXT);
        assertThat(pages).hasSize(4);
        assertThat(shown(pages).lines()).hasSize(401).last().isEqualTo("• target number 399 answers");
    }

    @Test
    void aLineLongerThanAPageIsCutBetweenWords() {
        String words = "down and ".repeat(1_000).strip();
        List<String> pages = Pages.of(Message.of(Tone.INFO, Line.empty().strong(words)));

        fits(pages, Pages.TEXT);
        assertThat(pages).hasSize(3).allMatch(page -> page.startsWith("<b>") && page.endsWith("</b>"));
        assertThat(shown(pages).replace('\n', ' ')).isEqualTo(words);
    }

    @Test
    void aTextWithoutBlanksIsCutBetweenCharactersAsReadersSeeThem() {
        String acute = "e\u0301";
        List<String> pages = Pages.of(Message.of(Tone.ALERT, "x" + acute.repeat(3_000)));

        fits(pages, Pages.TEXT);
        assertThat(pages).noneMatch(page -> page.startsWith("\u0301"));
        assertThat(shown(pages).replace("\n", "")).isEqualTo("⚠️ x" + acute.repeat(3_000));
    }

    @Test
    void aPageOfFixedColumnsIsOneBlock() {
        String wide = String.join("\n", Collections.nCopies(200, "x".repeat(59) + "&"));
        List<String> pages = Pages.of(Message.of(Tone.INFO, "look").and(new Block.Fixed(wide)));

        fits(pages, Pages.TEXT);
        assertThat(pages).hasSize(3).allMatch(page -> page.split("<pre>", -1).length == 2);
        assertThat(shown(pages)).isEqualTo("look\n" + wide);
    }

    @Property(tries = 200)
    void whateverIsWrittenFitsAndIsReadAsItWasWritten(
            @ForAll @Size(max = 6) List<String> texts, @ForAll @IntRange(min = 1, max = 2_000) int times) {
        Line line = Line.of("begins ");
        for (String text : texts) {
            line = line.text(text.repeat(Math.min(times, 1 + 9_000 / (1 + text.length()))))
                    .strong(text)
                    .code(text);
        }
        Message message = Message.of(Tone.GOOD, line)
                .and(new Block.Bullets(List.of(line, Line.of("ends"))))
                .and(new Block.Fixed("- " + String.join("\n", texts)));

        fits(Pages.of(message), Pages.TEXT);
        fits(Pages.of(Rows.of(message), Pages.CAPTION), Pages.CAPTION);
        assertThat(shown(Pages.of(message)).replaceAll("\\s", ""))
                .isEqualTo(Rows.of(message).stream()
                        .map(Row::text)
                        .collect(Collectors.joining())
                        .replaceAll("\\s", ""));
    }
}

package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.sample.Golden;
import dev.tocsin.sample.NoticeBook;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.junit.jupiter.api.Test;

class SheetTest {
    @Test
    void everyNoticeLooksAsItIsMeant() {
        StringBuilder page = new StringBuilder();
        NoticeBook.all()
                .forEach((title, message) -> page.append("## ")
                        .append(title)
                        .append("\n\n")
                        .append(pretty(Written.notice(Sheet.of(message))))
                        .append("\n\n"));
        Golden.holds(Path.of("src/test/resources/discord/notices.txt"), page.toString());
    }

    @Test
    void aLongAnswerIsCutIntoPagesThatHoldAllOfIt() {
        List<Line> lines = IntStream.range(0, 400)
                .mapToObj(i -> Line.of("target number " + i + " answers"))
                .toList();
        Sheet sheet = Sheet.of(Message.of(Tone.INFO, "400 targets").and(new Block.Bullets(lines)));

        assertThat(sheet.pages()).hasSizeGreaterThan(2).allMatch(page -> page.length() <= Sheet.PAGE);
        assertThat(String.join("\n", sheet.pages()).lines()).hasSize(401);
    }

    @Test
    void aTextLongerThanAPageIsCutBetweenCharacters() {
        Sheet sheet = Sheet.of(Message.of(Tone.INFO, "😀".repeat(5_000)));

        assertThat(sheet.pages()).allMatch(page -> page.length() <= Sheet.PAGE);
        assertThat(String.join("", sheet.pages())).isEqualTo("😀".repeat(5_000));
    }

    @Test
    void whatIsFixedInColumnsIsABlockOnEveryPage() {
        String wide = String.join("\n", Collections.nCopies(200, "x".repeat(60)));
        Sheet sheet = Sheet.of(Message.of(Tone.INFO, "look").and(new Block.Fixed(wide)));

        assertThat(sheet.pages())
                .hasSizeGreaterThan(2)
                .allMatch(page -> page.length() <= Sheet.PAGE)
                .allMatch(page -> page.split("```", -1).length % 2 == 1);
    }

    @Test
    void buttonsThatHaveNoRoomOrComeTwiceAreLeftOut() {
        Message message = Message.of(Tone.INFO, "x")
                .suggest("Undo", "/unmute 12")
                .suggest("Again", "/unmute 12")
                .suggest("Long", "/add " + "x".repeat(100))
                .suggest("", "/status");

        assertThat(buttons(message)).containsExactly("Undo do:/unmute 12", "/status do:/status");
    }

    @Test
    void theLongestNoticeFitsWhatDiscordTakes() {
        Message message = Message.of(Tone.ALERT, "*".repeat(9_000));
        DataObject embed =
                Written.notice(Sheet.of(message)).toData().getArray("embeds").getObject(0);

        assertThat(embed.getString("description")).hasSizeLessThanOrEqualTo(4_096);
        assertThat(Written.plain(Sheet.of(message)).getContent()).hasSizeLessThanOrEqualTo(2_000);
    }

    @Test
    void noMessageMayPingAnybody() {
        Message message = Message.of(Tone.ALERT, "@everyone <@&1> <@1>");

        assertThat(List.of(Written.notice(Sheet.of(message)), Written.plain(Sheet.of(message))))
                .allSatisfy(one -> assertThat(one.toData()
                                .getObject("allowed_mentions")
                                .getArray("parse")
                                .isEmpty())
                        .isTrue());
    }

    private static List<String> buttons(Message message) {
        return Written.notice(Sheet.of(message)).getComponents().stream()
                .flatMap(row -> row.asActionRow().getButtons().stream())
                .map(button -> button.getLabel() + " " + button.getCustomId())
                .toList();
    }

    private static String pretty(MessageCreateData data) {
        return new String(
                data.toData().toPrettyString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}

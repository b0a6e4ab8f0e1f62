package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Exchange;
import dev.tocsin.chat.discord.fake.Member;
import dev.tocsin.chat.discord.fake.Posted;
import dev.tocsin.sample.Golden;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names made to ping, to format, to link or to hide: they are read as they are written, and Discord takes them all. */
class HostileNamesTest {
    /** What would mean something to Discord where nothing escapes it. */
    private static final Pattern MEANT =
            Pattern.compile("@everyone|<@|<:|<t:0|</|\\|\\||~~|__|\\]\\(|`|^# |^> ", Pattern.MULTILINE);

    /** What means nothing: escaped, or code. */
    private static final Pattern PLAIN = Pattern.compile("\\\\.|```\n.*?\n```|`[^`\n]*`", Pattern.DOTALL);

    private static final Pattern HIDDEN = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\n\u200D]]");

    @TempDir
    Path folder;

    private DiscordStage stage;
    private Member admin;

    @BeforeEach
    void open() throws Exception {
        stage = new DiscordStage(folder);
        admin = stage.admin;
        stage.rig.declare(IntStream.range(0, HostileNotices.NAMES.size())
                .mapToObj(i -> HostileNotices.named("target-" + (i + 10), HostileNotices.NAMES.get(i)))
                .toList());
        stage.rig.run(Duration.ofMinutes(1));
        stage.rig.dead.add("target-");
        stage.rig.run(Duration.ofMinutes(2));
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void answersSayThemAndMeanNothingByThem() {
        List<String> lines = new ArrayList<>(List.of("/status", "/targets", "/incidents", "/mute all 2h @everyone"));
        lines.addAll(List.of("/mutes", "/subscriptions", "/export", "/audit", "/unmute 1", "/drill <@&1> @everyone"));
        IntStream.range(0, HostileNotices.NAMES.size()).forEach(i -> {
            lines.add("/why target-" + (i + 10));
            lines.add("/status target-" + (i + 10));
            lines.add("/history target-" + (i + 10));
            lines.add("/check target-" + (i + 10));
            lines.add("/incident " + (i + 1));
        });
        StringBuilder all = new StringBuilder();
        for (String line : lines) {
            Posted answer = stage.type(admin, line).answer();
            harmless(line, answer);
            all.append(DiscordStage.shown(answer)).append('\n');
        }
        assertThat(all).contains("\\@everyone", "\\<\\@&1\\>", "\\[x\\](http\\://evil.example)");
    }

    @Test
    void whatIsTypedIsRepeatedHarmlessly() {
        for (String name : HostileNotices.NAMES) {
            for (String command : List.of("why", "history", "remove")) {
                Posted answer = stage.discord
                        .slash(admin, stage.channel, command, Map.of("name", name))
                        .answer();
                harmless(command + " " + name, answer);
            }
            harmless(
                    "note " + name,
                    stage.discord
                            .slash(
                                    admin,
                                    stage.channel,
                                    "note",
                                    Map.of("incident", "1", "source", name, "text", name + " " + name))
                            .answer());
        }
        harmless("notes", stage.type(admin, "/incident 1").answer());
    }

    @Test
    void theyAreSuggestedEachOnce() {
        List<Exchange.Choice> choices = stage.discord
                .autocomplete(admin, stage.channel, "why", Map.of("name", ""), "name")
                .choices();

        assertThat(choices).hasSize(HostileNotices.NAMES.size());
        assertThat(choices).extracting(Exchange.Choice::value).doesNotHaveDuplicates();
        assertThat(choices).allSatisfy(choice -> {
            assertThat(choice.name()).hasSizeBetween(1, 100).isNotBlank().doesNotContainPattern(HIDDEN);
            assertThat(choice.value()).hasSizeBetween(1, 100);
        });
        assertThat(choices)
                .extracting(Exchange.Choice::name)
                .contains("target-10 · @everyone", "target-19")
                .anyMatch(name -> name.endsWith("…"));
    }

    @Test
    void theyAreFoundByTheirNames() {
        for (String typed : List.of("@everyone", "[x](", "```", "😀")) {
            assertThat(stage.discord
                            .autocomplete(admin, stage.channel, "why", Map.of("name", typed), "name")
                            .choices())
                    .as(typed)
                    .isNotEmpty();
        }
    }

    @Test
    void sheetsTakeThemAndGiveThemBack() {
        for (String name : HostileNotices.NAMES) {
            var sheet = stage.discord
                    .slash(admin, stage.channel, "note", Map.of("incident", "999", "source", name))
                    .modal();
            Posted answer = stage.discord
                    .modal(admin, stage.channel, sheet.path("custom_id").asText(), Map.of("source", name, "text", name))
                    .answer();
            harmless("sheet of " + name, answer);
            assertThat(DiscordStage.shown(answer)).contains("incident:999");
        }
    }

    @Test
    void noticesOfThemLookAsTheyAreMeant() {
        StringBuilder page = new StringBuilder();
        HostileNotices.all()
                .forEach((title, message) -> page.append("## ")
                        .append(title)
                        .append("\n\n")
                        .append(String.join("\n--\n", Sheet.of(message).pages()))
                        .append("\n\n"));
        Golden.holds(Path.of("src/test/resources/discord/hostile-notices.txt"), page.toString());

        HostileNotices.all().forEach((title, message) -> {
            assertThat(bare(String.join("\n", Sheet.of(message).pages())))
                    .as(title)
                    .doesNotContainPattern(MEANT);
            assertThat(bare(Written.plain(Sheet.of(message)).getContent()))
                    .as(title)
                    .doesNotContainPattern(HIDDEN)
                    .doesNotContainPattern(MEANT);
        });
    }

    private static String bare(String text) {
        return PLAIN.matcher(text).replaceAll("");
    }

    private static void harmless(String line, Posted answer) {
        String shown = DiscordStage.shown(answer);
        assertThat(answer.mayPing()).as(line).isFalse();
        assertThat(answer.content()).as(line).isEmpty();
        assertThat(shown).as(line).isNotBlank();
        assertThat(bare(shown)).as(line).doesNotContainPattern(MEANT);
        assertThat(shown).as(line).doesNotContainPattern(HIDDEN);
    }
}

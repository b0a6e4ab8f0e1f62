package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.chat.discord.fake.Exchange;
import dev.tocsin.chat.discord.fake.Posted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheets to fill in; what was written into one is never lost. */
class ModalsTest {
    @TempDir
    Path folder;

    private DiscordStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new DiscordStage(folder);
        stage.rig.run(Duration.ofMinutes(1));
        stage.rig.dead.add("portal");
        stage.rig.run(Duration.ofMinutes(2));
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aTargetIsAddedByASheet() {
        JsonNode sheet = open("add", Map.of());
        assertThat(sheet.path("title").asText()).isEqualTo("/add: Watch one more target");
        assertThat(inputs(sheet)).hasSize(1);
        assertThat(inputs(sheet).getFirst().path("placeholder").asText()).startsWith("id=mail tcp=mail.example.org:25");

        Posted answer = send(sheet, Map.of("target", "id=db\ntcp=db.example:5432\nname=\"The database\""));

        assertThat(DiscordStage.shown(answer)).contains("Watching db");
        assertThat(answer.isEphemeral()).isTrue();
        assertThat(stage.rig.engine.roster().targets().keySet())
                .extracting("value")
                .contains("db");
    }

    @Test
    void aSheetKeepsWhatWasGivenWithTheCommand() {
        JsonNode sheet = open("note", Map.of("incident", "1"));
        assertThat(inputs(sheet))
                .extracting(input -> input.path("custom_id").asText())
                .containsExactly("source", "text");

        Posted answer = send(sheet, Map.of("source", "the ministry", "text", "the cable is cut\nuntil noon"));

        assertThat(DiscordStage.shown(answer)).contains("Noted on incident #1 as per the ministry");
        assertThat(stage.answer(stage.anybody, "/incident 1")).contains("the ministry** the cable is cut until noon");
    }

    @Test
    void whatTheSheetAsksForStandsInItWhereItWasGiven() {
        String source = "the ministry of \"power\" and " + "x".repeat(200);
        JsonNode sheet = open("note", Map.of("incident", "1", "source", source));

        assertThat(inputs(sheet).getFirst().path("value").asText()).isEqualTo(source);
        assertThat(inputs(sheet).getLast().path("value").asText()).isEmpty();
        assertThat(sheet.path("custom_id").asText()).isEqualTo("fill:/note incident=1");
    }

    @Test
    void nothingIsAskedWhereNothingIsMissing() {
        Exchange exchange = stage.discord.slash(
                stage.admin, stage.channel, "note", Map.of("incident", "1", "source", "the ministry", "text", "cut"));

        assertThat(exchange.type()).isEqualTo(Exchange.Callback.MESSAGE);
        assertThat(DiscordStage.shown(exchange.answer())).contains("Noted on incident #1");
    }

    @Test
    void aWrongValueGivesBackWhatWasWritten() {
        Posted wrong = send(
                open("note", Map.of("incident", "99")),
                Map.of("source", "the ministry", "text", "first line\nsecond *line*"));

        assertThat(wrong.isEphemeral()).isTrue();
        assertThat(DiscordStage.shown(wrong))
                .contains("99", "not open")
                .contains("```\n/note incident:99 source:the ministry text:first line\nsecond *line*\n```");
    }

    @Test
    void aWrongTargetIsGivenBackToo() {
        Posted wrong = send(open("add", Map.of()), Map.of("target", "id=Bad url=gopher://x"));

        assertThat(DiscordStage.shown(wrong)).contains("That is no target", "/add target:id=Bad url=gopher://x");
    }

    @Test
    void theLongestTextIsGivenBackWhole() {
        String text = "word ".repeat(399) + "end.";
        Posted wrong = send(open("note", Map.of("incident", "99")), Map.of("source", "s".repeat(2_000), "text", text));

        String all = stage.everyPage(stage.admin, wrong);
        assertThat(all).contains("/note incident:99", "end.");
        assertThat(all.chars().filter(c -> c == 's').count()).isGreaterThanOrEqualTo(2_000);
    }

    @Test
    void aSheetOfAnotherTimeGivesItsTextBack() {
        for (String id : List.of("fill:/gone", "fill:", "fill:note", "other")) {
            Posted answer = stage.discord
                    .modal(stage.admin, stage.channel, id, Map.of("text", "hours of work"))
                    .answer();
            assertThat(DiscordStage.shown(answer)).as(id).contains("too old", "hours of work");
            assertThat(answer.isEphemeral()).isTrue();
        }
    }

    @Test
    void anIncidentThatIsNoneIsSaidBeforeAnythingIsWritten() {
        Exchange exchange =
                stage.discord.slash(stage.admin, stage.channel, "note", Map.of("incident", "twelve ".repeat(20)));

        assertThat(DiscordStage.shown(exchange.answer())).contains("expected the number of an incident");
    }

    private JsonNode open(String command, Map<String, String> options) {
        return stage.discord.slash(stage.admin, stage.channel, command, options).modal();
    }

    private Posted send(JsonNode sheet, Map<String, String> fields) {
        return stage.discord
                .modal(stage.admin, stage.channel, sheet.path("custom_id").asText(), fields)
                .answer();
    }

    private static List<JsonNode> inputs(JsonNode sheet) {
        return sheet.findValues("component");
    }
}

package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Exchange;
import dev.tocsin.chat.discord.fake.Posted;
import dev.tocsin.command.Role;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.buttons.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Long answers are turned over with buttons. */
class PagesTest {
    @TempDir
    Path folder;

    private DiscordStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new DiscordStage(folder);
        stage.rig.declare(IntStream.rangeClosed(10, 70)
                .mapToObj(number -> Samples.target("service-with-a-long-name-" + number))
                .toList());
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aLongAnswerIsTurnedOverAndBack() {
        Posted first = stage.type(stage.admin, "/targets").answer();
        assertThat(first.text()).contains("1 of 2");

        Exchange turned = stage.discord.button(
                stage.admin, stage.channel, first.id(), next(first).orElseThrow());

        assertThat(turned.type()).isEqualTo(Exchange.Callback.EDIT);
        assertThat(turned.answer().id()).isEqualTo(first.id());
        assertThat(turned.answer().text()).contains("2 of 2", "Next page");
        assertThat(DiscordStage.shown(turned.answer())).isNotEqualTo(DiscordStage.shown(first));

        Posted back = stage.discord
                .button(
                        stage.admin,
                        stage.channel,
                        first.id(),
                        button(turned.answer(), "◀").orElseThrow())
                .answer();
        assertThat(DiscordStage.shown(back)).isEqualTo(DiscordStage.shown(first));
    }

    @Test
    void anOldPagesButtonIsAnsweredWithWhatToDo() {
        Posted first = stage.type(stage.admin, "/targets").answer();
        stage.restart();

        Exchange pressed = stage.discord.button(
                stage.admin, stage.channel, first.id(), next(first).orElseThrow());

        assertThat(pressed.answer().text()).contains("too old", "ask again");
        assertThat(pressed.answer().isEphemeral()).isTrue();
        assertThat(pressed.answer().id()).isNotEqualTo(first.id());
    }

    @Test
    void pagesOfAdminsAreNotTurnedByOthers() {
        for (int i = 0; i < 50; i++) {
            stage.desk().answer(WhoMayTest.console(), "/mute nobody" + i + " 2h " + "x".repeat(90));
            stage.desk().answer(WhoMayTest.console(), "/drill " + "x".repeat(90));
        }
        Posted first = stage.type(stage.admin, "/audit 50").answer();

        Exchange pressed = stage.discord.button(
                stage.anybody, stage.channel, first.id(), next(first).orElseThrow());

        assertThat(pressed.answer().text()).contains("for those who may ask for them");
        assertThat(pressed.answer().isEphemeral()).isTrue();
        assertThat(DiscordStage.shown(first)).doesNotContain("for those who");
    }

    @Test
    void aButtonThatNobodyMadeIsAnswered() {
        Pages pages = new Pages();
        for (String id :
                List.of("page:", "page:1", "page:x/y", "page:1/2/3", "page:99999999999999999999/0", "page:/")) {
            assertThat(pages.turn(id)).as(id).isEmpty();
        }
    }

    @Test
    void whatIsKeptIsBounded() {
        Pages pages = new Pages();
        Message huge = Message.of(Tone.INFO, "many")
                .and(new Block.Bullets(IntStream.range(0, 50_000)
                        .mapToObj(i -> Line.of("x".repeat(90)))
                        .toList()));
        Sheet sheet = Sheet.of(huge);
        List<Button> first = pages.keep(sheet, Role.EVERYONE);
        String begun = id(first.getLast());
        assertThat(pages.turn(begun)).isPresent();

        String last = IntStream.range(0, 6)
                .mapToObj(i -> id(pages.keep(sheet, Role.EVERYONE).getLast()))
                .reduce("", (one, other) -> other);

        assertThat(pages.turn(begun)).isEmpty();
        assertThat(pages.turn(last)).isPresent();
    }

    private static String id(Button button) {
        return Objects.requireNonNull(button.getCustomId());
    }

    /** The id of the button that turns over; nothing on the last page. */
    static Optional<String> next(Posted page) {
        return button(page, "▶");
    }

    private static Optional<String> button(Posted page, String label) {
        return page.components().findParents("label").stream()
                .filter(button -> button.path("label").asText().equals(label))
                .filter(button -> !button.path("disabled").asBoolean())
                .map(button -> button.path("custom_id").asText())
                .findFirst();
    }
}

package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Exchange;
import dev.tocsin.chat.discord.fake.Posted;
import dev.tocsin.command.Caller;
import dev.tocsin.command.CommandDesk;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Role;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.engine.Rig;
import dev.tocsin.sample.Nights;
import dev.tocsin.sample.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two bots live through the same: one is typed at in lines, the other through Discord's fields. What Discord shows is what
 * the first one answers.
 */
class CommandsThroughDiscordTest {
    @TempDir
    Path folder;

    private DiscordStage stage;
    private Rig twin;
    private CommandDesk desk;
    private Caller caller;
    private final List<String> cannotBeSent = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        stage = new DiscordStage(Files.createDirectory(folder.resolve("discord")));
        Path other = Files.createDirectory(folder.resolve("lines"));
        twin = new Rig(other);
        twin.declare(List.of(Samples.target("portal"), Samples.target("mail"), Samples.target("tax")));
        desk = Desks.desk(twin, other, stage::invitations);
        caller = new Caller(
                stage.admin.name() + " (" + stage.admin.id() + ")",
                Role.ADMIN,
                new ChannelRef("discord", Long.toString(stage.channel)),
                ZoneOffset.UTC);
        both(rig -> rig.run(Duration.ofMinutes(2)));
        stage.start();
    }

    @AfterEach
    void close() {
        twin.close();
        stage.close();
    }

    @Test
    void aNightAtTheDesk() {
        Nights.outage(this::type, this::both);
        assertThat(cannotBeSent).isEmpty();
    }

    @Test
    void targetsComeChangeAndGo() {
        Nights.targets(this::type);
        assertThat(cannotBeSent).isEmpty();
    }

    @Test
    void whatDiscordLetsThroughIsAnsweredWithWhatWasExpected() {
        Nights.mistakes().forEach(this::type);

        assertThat(cannotBeSent)
                .containsExactly(
                        "",
                        "/",
                        "/stauts",
                        "/mute",
                        "/mute portal",
                        "/targets all 2 3",
                        "/remove",
                        "/practice moon",
                        "/subscribe tag:web urgent",
                        "/note 1 x",
                        "STATUS",
                        "/Mute PORTAL 2H");
    }

    @Test
    void everyCommandHasAnExampleAndEveryExampleIsAnswered() {
        Set<String> met = new HashSet<>();
        for (CommandSpec spec : desk.specs()) {
            for (String example : spec.examples()) {
                type(example.replace("api", "portal").replace("Tax filing portal", "The tax"));
                met.add(spec.name());
            }
        }

        assertThat(cannotBeSent).isEmpty();
        assertThat(met)
                .containsExactlyInAnyOrderElementsOf(
                        desk.specs().stream().map(CommandSpec::name).toList());
    }

    private void both(Consumer<Rig> move) {
        move.accept(twin);
        move.accept(stage.rig);
    }

    private void type(String line) {
        if (TypedLine.read(line, desk.specs()).isEmpty()) {
            cannotBeSent.add(line);
            return;
        }
        Message expected = desk.answer(caller, line);
        Exchange exchange = stage.type(stage.admin, line);
        Posted answer = exchange.answer();
        Sheet sheet = Sheet.of(expected);
        Role role = desk.specs().stream()
                .filter(spec -> line.startsWith("/" + spec.name()))
                .findFirst()
                .map(CommandSpec::role)
                .orElseThrow();

        assertThat(answer.isEphemeral()).as(line).isEqualTo(role != Role.EVERYONE || expected.tone() == Tone.ERROR);
        assertThat(answer.mayPing()).as(line).isFalse();
        assertThat(buttons(answer)).as(line).containsAll(buttons(expected));
        assertThat(answer.files()).as(line).hasSize(sheet.files().count());
        assertThat(asTyped(stage.everyPage(stage.admin, answer)))
                .as(line)
                .isEqualTo(asTyped(String.join("\n", sheet.pages())));
    }

    /** The audit keeps what was typed, in lines and in fields. */
    private static String asTyped(String text) {
        return text.replaceAll(" what .*? result ", " what … result ");
    }

    private static List<String> buttons(Posted answer) {
        return answer.components().findValuesAsText("custom_id");
    }

    private static List<String> buttons(Message message) {
        return Written.page(Sheet.of(message), 0, List.of()).toData().getArray("components").stream(
                        (rows, i) -> rows.getObject(i))
                .flatMap(row -> row.getArray("components").stream((parts, i) -> parts.getObject(i)))
                .map((DataObject button) -> button.getString("custom_id"))
                .toList();
    }
}

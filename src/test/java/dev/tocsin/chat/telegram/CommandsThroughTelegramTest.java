package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.Desks;
import dev.tocsin.chat.telegram.fake.Posted;
import dev.tocsin.chat.telegram.fake.Shown;
import dev.tocsin.command.Caller;
import dev.tocsin.command.CommandDesk;
import dev.tocsin.command.CommandSpec;
import dev.tocsin.command.Role;
import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two bots live through the same: what Telegram shows of the one is what the other's desk answers. */
class CommandsThroughTelegramTest {
    @TempDir
    Path folder;

    private InStage stage;
    private Rig twin;
    private CommandDesk desk;
    private Caller caller;

    @BeforeEach
    void open() throws Exception {
        stage = new InStage(Files.createDirectory(folder.resolve("telegram")));
        Path other = Files.createDirectory(folder.resolve("lines"));
        twin = new Rig(other);
        twin.declare(List.of(Samples.target("portal"), Samples.target("mail"), Samples.target("tax")));
        desk = Desks.desk(twin, other, List::of);
        caller = new Caller(
                "Olga (" + stage.owner.id() + ")",
                Role.ADMIN,
                new ChannelRef("telegram", Long.toString(stage.owner.id())),
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
    }

    @Test
    void targetsComeChangeAndGo() {
        Nights.targets(this::type);
    }

    @Test
    void mistakesAreAnsweredWithWhatWasExpected() {
        Nights.mistakes().stream().filter(line -> !line.isEmpty()).forEach(this::type);
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

        assertThat(met)
                .containsExactlyInAnyOrderElementsOf(
                        desk.specs().stream().map(CommandSpec::name).toList());
    }

    /** So that a transcript that is added, or a line of one, is not forgotten here. */
    @Test
    void everyLineOfEveryTranscriptIsTyped() throws Exception {
        List<String> night = new ArrayList<>();
        Nights.outage(night::add, move -> {});
        List<String> targets = new ArrayList<>();
        Nights.targets(targets::add);
        Map<String, List<String>> transcripts = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/transcripts"))) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file);
                transcripts.put(
                        file.getFileName().toString(),
                        lines.stream()
                                .filter(line -> line.startsWith(">"))
                                .map(line -> line.substring(1).strip())
                                .toList());
            }
        }

        assertThat(transcripts)
                .isEqualTo(Map.of("a-night.txt", night, "targets.txt", targets, "wrong-input.txt", Nights.mistakes()));
    }

    private void both(Consumer<Rig> move) {
        move.accept(twin);
        move.accept(stage.rig);
    }

    private void type(String line) {
        Message expected = desk.answer(caller, line);
        Posted answer = stage.ask(stage.owner, stage.direct, line);

        assertThat(answer.buttons())
                .as(line)
                .containsAll(expected.suggestions().stream()
                        .map(Message.Suggestion::command)
                        .filter(command -> command.length() <= Keys.ROOM)
                        .toList());
        assertThat(asTyped(everyPage(answer)))
                .as(line)
                .isEqualTo(asTyped(Pages.of(expected).stream()
                        .map(page -> Shown.of(page).text())
                        .collect(Collectors.joining("\n"))));
        if (expected.blocks().stream().anyMatch(Block.Document.class::isInstance)) {
            long to = answer.repliesTo().orElseThrow();
            stage.telegram.await(
                    InStage.SOON,
                    "a file",
                    () -> stage.answers(stage.direct, to).stream()
                            .anyMatch(each -> !each.files().isEmpty()));
        }
    }

    private String everyPage(Posted first) {
        StringBuilder pages = new StringBuilder(first.text());
        Posted page = first;
        for (Optional<String> next = PressesTest.next(page); next.isPresent(); next = PressesTest.next(page)) {
            page = PressesTest.turned(stage, stage.owner, page, next.get());
            pages.append('\n').append(page.text());
        }
        return pages.toString();
    }

    /** The audit keeps what was typed, as it was typed. */
    private static String asTyped(String text) {
        return text.replaceAll(" what .*? result ", " what … result ");
    }
}

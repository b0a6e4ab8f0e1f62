package dev.tocsin.chat.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeError;
import dev.tocsin.command.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/** When lists of commands are set, and for whom. */
class RegistrarTest {
    private static final int LISTS = 3;

    @TempDir
    Path folder;

    private InStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new InStage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void awaitSets(int count) {
        stage.telegram.await(
                InStage.SOON, count + " lists", () -> stage.telegram.menus().sets() == count);
    }

    private void kept() {
        String name = "telegram/commands/7000001";
        stage.telegram.await(
                InStage.SOON,
                "a note of it",
                () -> stage.memo.getOrDefault(name, "").lines().count() == LISTS);
    }

    @Test
    void everybodySeesWhatTheyMayCall() {
        stage.start();
        awaitSets(LISTS);
        var everybody = stage.telegram.menus().of("default");
        var managers = stage.telegram.menus().of("all_chat_administrators");
        var admin = stage.telegram.menus().of("chat", stage.owner.id());

        assertThat(everybody).containsKey("status").doesNotContainKeys("subscribe", "mute");
        assertThat(managers).containsKeys("status", "subscribe").doesNotContainKey("mute");
        assertThat(admin).hasSize((int) stage.desk().specs().stream()
                .filter(spec -> spec.role().compareTo(Role.ADMIN) <= 0)
                .count());
    }

    @Test
    void listsAreSetOnceWhileTheyAreTheSame() {
        stage.start();
        kept();
        stage.restart();
        stage.settled();

        assertThat(stage.telegram.menus().sets()).isEqualTo(LISTS);
    }

    @Test
    void aListThatDiffersIsSetAlone() {
        stage.start();
        kept();
        stage.stop();
        stage.memo.computeIfPresent(
                "telegram/commands/7000001", (name, lines) -> lines.replaceFirst("default\t.", "default\tx"));
        stage.start();

        awaitSets(LISTS + 1);
    }

    @Test
    void aRefusedListIsTriedAgain() {
        stage.telegram.script().on("setMyCommands").times(4).error(FakeError.INTERNAL);
        stage.start();

        awaitSets(LISTS);
        kept();
    }

    @Test
    void listsOfALanguageAreSetAndTakenAwayByThemselves() {
        SetMyCommands everybody =
                Registration.of(stage.desk().specs(), List.of()).getFirst();
        SetMyCommands albanian = SetMyCommands.builder()
                .commands(List.of(new BotCommand("status", "Si jane sherbimet")))
                .scope(everybody.getScope())
                .languageCode("sq")
                .build();
        stage.registrar(List.of(everybody, albanian)).run(Duration.ofMillis(20));
        assertThat(stage.telegram.menus().of("default", "sq")).containsEntry("status", "Si jane sherbimet");
        assertThat(stage.telegram.menus().of("default")).hasSizeGreaterThan(1);
        stage.registrar(List.of(everybody, albanian)).run(Duration.ofMillis(20));
        assertThat(stage.telegram.menus().sets()).isEqualTo(2);
        stage.registrar(List.of(everybody)).run(Duration.ofMillis(20));

        assertThat(stage.telegram.menus().of("default", "sq")).isEmpty();
        assertThat(stage.telegram.menus().of("default")).hasSizeGreaterThan(1);
    }

    @Test
    void whoIsNoAdminAnyMoreLosesTheList() {
        stage.start();
        kept();
        stage.stop();
        stage.start(stage.desk(), Set.of());

        stage.telegram.await(
                InStage.SOON,
                "no list",
                () -> stage.telegram.menus().of("chat", stage.owner.id()).isEmpty());
    }
}

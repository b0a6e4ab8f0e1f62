package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Exchange;
import dev.tocsin.chat.discord.fake.FakeError;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When commands are registered, and where. */
class RegistrarTest {
    private static final String EVERYWHERE = "/applications/{application}/commands";
    private static final String IN_ONE = "/applications/{application}/guilds/{guild}/commands";

    @TempDir
    Path folder;

    private DiscordStage stage;

    @BeforeEach
    void open() throws Exception {
        stage = new DiscordStage(folder);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void commandsAreRegisteredOnceWhileTheyAreTheSame() {
        stage.start();
        used();
        stage.restart();
        used();

        assertThat(registrations(EVERYWHERE)).isEqualTo(1);
        assertThat(registrations(IN_ONE)).isZero();
        assertThat(stage.memo).hasSize(1);
    }

    @Test
    void commandsThatDifferAreRegisteredAnew() {
        stage.start();
        used();
        stage.memo.replaceAll((name, print) -> "of other commands");
        stage.restart();

        awaitRegistrations(EVERYWHERE, 2);
        used();
    }

    @Test
    void inDevelopmentOneServerAloneHasThem() {
        Optional<String> trial = Optional.of(Long.toString(stage.guild.id()));
        stage.discord.guild("Other");
        stage.start(stage.terms(Set.of(), Set.of(), trial), stage.desk());
        used();

        assertThat(registrations(EVERYWHERE)).isZero();
        assertThat(registrations(IN_ONE)).isEqualTo(1);
        assertThat(stage.discord.commands().of(stage.guild.id()))
                .hasSize(stage.specs().size());

        stage.discord.kick(stage.guild);
        stage.discord.join(stage.guild);
        awaitRegistrations(IN_ONE, 2);
    }

    @Test
    void aRefusedRegistrationIsTriedAgain() {
        stage.discord.script().on("PUT", EVERYWHERE).times(2).error(FakeError.MISSING_ACCESS);
        stage.start();

        awaitRegistrations(EVERYWHERE, 3);
        used();
        assertThat(stage.memo).hasSize(1);
    }

    @Test
    void whoMayInviteIsAskedUntilItIsAnswered() {
        stage.discord.publicBot(false);
        stage.discord.script().on("GET", "/oauth2/applications/@me").times(2).error(FakeError.MISSING_ACCESS);
        stage.start(stage.terms(Set.of(), Set.of(), Optional.empty()), stage.desk());

        stage.discord.await(
                Exchange.PATIENCE,
                "an admin",
                () -> stage.answer(stage.admin, "/mutes").contains("Nothing is muted"));
    }

    /** Somebody uses them, and it is written down that they are registered. */
    private void used() {
        assertThat(DiscordStage.shown(stage.discord
                        .slash(stage.anybody, stage.channel, "status", Map.of())
                        .answer()))
                .contains("of 3 down");
        stage.discord.await(Exchange.PATIENCE, "a note of it", () -> !stage.memo.isEmpty());
    }

    private int registrations(String path) {
        return stage.discord.requests("PUT", path).size();
    }

    private void awaitRegistrations(String path, int count) {
        stage.discord.await(Exchange.PATIENCE, count + " registrations", () -> registrations(path) == count);
    }
}

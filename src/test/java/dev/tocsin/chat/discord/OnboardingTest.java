package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Guild;
import dev.tocsin.chat.discord.fake.Posted;
import java.nio.file.Path;
import java.time.Duration;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server hears when the bot comes, and how the bot is brought into one. */
class OnboardingTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private DiscordStage stage;
    private Guild joined;
    private long general;

    @BeforeEach
    void open() throws Exception {
        stage = new DiscordStage(folder);
        joined = stage.discord.stranger("Joined");
        general = joined.text("general");
        stage.start();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aNewServerHearsWhatItIsAndWhatToTypeFirst() {
        stage.discord.join(joined);

        Posted hello = stage.discord.messages(general, 1).getFirst();
        assertThat(DiscordStage.shown(hello))
                .contains("**Tocsin** watches", "`/status`", "`/subscribe`", "`/help`")
                .doesNotContain("Missing");
        assertThat(hello.mayPing()).isFalse();
        assertThat(stage.discord.messages(stage.channel)).isEmpty();
    }

    @Test
    void missingPermissionsAreNamed() {
        joined.botMayNot(Permission.MESSAGE_ATTACH_FILES, Permission.CREATE_PUBLIC_THREADS);

        stage.discord.join(joined);

        assertThat(DiscordStage.shown(stage.discord.messages(general, 1).getFirst()))
                .contains("**Missing permissions** ", "Attach Files", "Create Public Threads")
                .doesNotContain("Send Messages");
    }

    @Test
    void itSpeaksWhereItMay() {
        long second = joined.text("second");
        joined.botMayNot(general, Permission.MESSAGE_SEND);

        stage.discord.join(joined);

        assertThat(stage.discord.messages(second, 1)).hasSize(1);
        assertThat(stage.discord.messages(general)).isEmpty();
    }

    @Test
    void withoutEmbedsItSpeaksInPlainWords() {
        joined.botMayNot(Permission.MESSAGE_EMBED_LINKS);

        stage.discord.join(joined);

        assertThat(stage.discord.messages(general, 1).getFirst().content())
                .contains("watches", "/subscribe", "Embed Links");
    }

    @Test
    void whereItMayWriteNowhereTheOwnerIsTold() {
        joined.botMayNot(Permission.MESSAGE_SEND);
        long owner = stage.discord.direct(joined.owner());

        stage.discord.join(joined);

        assertThat(DiscordStage.shown(stage.discord.messages(owner, 1).getFirst()))
                .contains("watches", "Missing permissions", "Send Messages");
        assertThat(stage.discord.messages(general)).isEmpty();
    }

    @Test
    void anOwnerWhoTakesNoMessagesIsLeftInPeace() {
        joined.botMayNot(Permission.MESSAGE_SEND);
        stage.discord.closeDirect(joined.owner());

        stage.discord.join(joined);

        stage.discord.await(
                SOON,
                "the attempt",
                () -> stage.discord
                                .requests("POST", "/channels/{channel}/messages")
                                .size()
                        == 1);
        assertThat(stage.answer(stage.anybody, "/status")).contains("of 3 down");
    }

    @Test
    void neitherAnOutageNorAReconnectIsAnArrival() {
        stage.discord.join(joined);
        assertThat(stage.discord.messages(general, 1)).hasSize(1);

        stage.discord.outage(joined);
        stage.discord.join(joined);
        settle();
        stage.discord.line().cut();
        stage.discord.await(SOON, "a resume", () -> stage.discord.line().resumes() == 1);
        settle();
        stage.discord.line().invalidSession(false);
        stage.discord.await(
                Duration.ofSeconds(40),
                "a new session",
                () -> stage.discord.line().identifies() == 2);
        stage.discord.await(SOON, "a connection", () -> stage.discord.line().connected() == 1);
        settle();

        assertThat(stage.discord.messages(general)).hasSize(1);
        assertThat(stage.discord.messages(stage.channel)).isEmpty();
    }

    @Test
    void aReturnIsAnArrival() {
        stage.discord.join(joined);
        assertThat(stage.discord.messages(general, 1)).hasSize(1);

        stage.discord.kick(joined);
        stage.discord.join(joined);

        assertThat(stage.discord.messages(general, 2)).hasSize(2);
    }

    @Test
    void aboutShowsTheInvitationWithThePermissionsThatAreNeeded() {
        assertThat(stage.answer(stage.anybody, "/about"))
                .contains("**Invite to Discord** `https://discord.com/oauth2/authorize?client_id=" + stage.discord.bot()
                        + "&scope=bot+applications.commands&permissions=309237763072`");
    }

    /** What came before has had its effect; whoever may not write there is answered alone. */
    private void settle() {
        assertThat(DiscordStage.shown(stage.type(joined.member("passer-by"), general, "/targets")
                        .answer()))
                .contains("3 targets");
    }
}

package dev.tocsin.chat.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.Exchange;
import dev.tocsin.chat.discord.fake.Guild;
import dev.tocsin.chat.discord.fake.Member;
import dev.tocsin.chat.discord.fake.Posted;
import dev.tocsin.command.Caller;
import dev.tocsin.command.Role;
import dev.tocsin.sample.Samples;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what: on every command, button, sheet and suggestion. */
class WhoMayTest {
    private static final String REFUSED = "is for the bot's admins";

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

    static Caller console() {
        return new Caller("op", Role.ADMIN, Samples.CONSOLE, ZoneOffset.UTC);
    }

    @Test
    void whoManagesTheServerIsAnAdminAndWhoManagesTheChannelDecidesWhatItIsTold() {
        stage.start();

        assertThat(stage.answer(stage.admin, "/mutes")).contains("Nothing is");
        assertThat(stage.answer(stage.guild.owner(), "/mutes")).contains("Nothing is");
        assertThat(stage.answer(stage.manager, "/mutes")).contains(REFUSED);
        assertThat(stage.answer(stage.anybody, "/mutes")).contains(REFUSED);
        assertThat(stage.answer(stage.anybody, "/subscribe all")).contains("for those who manage this channel");
        assertThat(stage.answer(stage.manager, "/subscribe all")).doesNotContain("for those who manage");
        assertThat(stage.answer(stage.anybody, "/status")).contains("of 3 down");
    }

    @Test
    void refusalsAreForTheAskerAloneAndAreAudited() {
        stage.start();

        Posted refused = stage.type(stage.anybody, "/mute portal 2h").answer();

        assertThat(refused.isEphemeral()).isTrue();
        assertThat(stage.rig.archive().audit(1).getFirst().who()).isEqualTo("eve (" + stage.anybody.id() + ")");
        assertThat(stage.rig.archive().audit(1).getFirst().result()).startsWith("denied");
        assertThat(stage.rig.engine.mutes()).isEmpty();
    }

    @Test
    void usersAndRolesOfTheConfigAreAdminsEverywhere() {
        long watch = stage.guild.role("watch");
        Member named = stage.guild.member("nan");
        Member ofTheRole = stage.guild.member("rob").with(watch);
        Guild away = stage.discord.guild("Elsewhere");
        Member foreigner = away.member("fay", Permission.MANAGE_SERVER);
        long there = away.text("general");
        Set<String> admins = Set.of(Long.toString(named.id()), Long.toString(watch));
        stage.start(stage.terms(admins, Set.of(Long.toString(stage.guild.id())), Optional.empty()), stage.desk());

        assertThat(stage.answer(named, "/mutes")).contains("Nothing is");
        assertThat(stage.answer(ofTheRole, "/mutes")).contains("Nothing is");
        assertThat(stage.answer(ofTheRole.without(watch), "/mutes")).contains(REFUSED);
        assertThat(DiscordStage.shown(stage.type(foreigner, there, "/mutes").answer()))
                .contains(REFUSED);
        assertThat(DiscordStage.shown(
                        stage.type(foreigner, there, "/subscribe all").answer()))
                .doesNotContain("for those who manage");
    }

    @Test
    void withoutNamedServersManagersAreAdminsOnlyWhereTheOwnerAloneInvites() {
        stage.start(stage.terms(Set.of(), Set.of(), Optional.empty()), stage.desk());
        assertThat(stage.answer(stage.admin, "/mutes")).contains(REFUSED);
    }

    @Test
    void withoutNamedServersManagersOfAPrivateBotAreAdmins() {
        stage.discord.publicBot(false);
        stage.start(stage.terms(Set.of(), Set.of(), Optional.empty()), stage.desk());

        stage.discord.await(
                Exchange.PATIENCE,
                "an admin",
                () -> stage.answer(stage.admin, "/mutes").contains("Nothing is"));
    }

    @Test
    void nobodyIsAnybodyInPrivate() {
        stage.start();
        long direct = stage.discord.direct(stage.admin);

        assertThat(DiscordStage.shown(stage.type(stage.admin, direct, "/mutes").answer()))
                .contains(REFUSED);
        assertThat(DiscordStage.shown(stage.type(stage.admin, direct, "/status").answer()))
                .contains("of 3 down");
    }

    @Test
    void aThreadIsItsChannels() {
        long thread = stage.guild.thread(stage.channel, "portal is down");
        stage.start();

        assertThat(DiscordStage.shown(stage.type(stage.admin, thread, "/mutes").answer()))
                .contains("Nothing is");
        assertThat(DiscordStage.shown(
                        stage.type(stage.manager, thread, "/subscribe all").answer()))
                .doesNotContain("for those who manage");
        assertThat(DiscordStage.shown(
                        stage.type(stage.anybody, thread, "/subscribe all").answer()))
                .contains("for those who manage");
    }

    @Test
    void aServerWithoutTheBotHasNoAdmins() {
        Guild stranger = stage.discord.stranger("Strange");
        Member boss = stranger.member("bob", Permission.MANAGE_SERVER);
        long there = stranger.text("general");
        stage.start();

        assertThat(DiscordStage.shown(stage.type(boss, there, "/mutes").answer()))
                .contains(REFUSED);
        assertThat(DiscordStage.shown(stage.type(boss, there, "/status").answer()))
                .contains("of 3 down");
    }

    @Test
    void aButtonDoesNothingForWhoMayNotAndSaysSo() {
        stage.start();
        Posted muted = stage.type(stage.admin, "/mute portal 2h").answer();

        Exchange pressed = stage.discord.button(stage.anybody, stage.channel, muted.id(), "do:/unmute 1");

        assertThat(DiscordStage.shown(pressed.answer())).contains("/unmute " + REFUSED);
        assertThat(pressed.answer().isEphemeral()).isTrue();
        assertThat(stage.rig.engine.mutes()).hasSize(1);

        stage.discord
                .button(stage.admin, stage.channel, muted.id(), "do:/unmute 1")
                .answer();
        assertThat(stage.rig.engine.mutes()).isEmpty();
    }

    @Test
    void aSheetIsNotOpenedForWhoMayNotAndNotTakenFromThem() {
        stage.start();

        Exchange typed = stage.discord.slash(stage.anybody, stage.channel, "add", Map.of());
        Exchange sent = stage.discord.modal(
                stage.anybody, stage.channel, "fill:/add", Map.of("target", "https://www.example.org/"));

        assertThat(DiscordStage.shown(typed.answer())).contains(REFUSED);
        assertThat(DiscordStage.shown(sent.answer())).contains(REFUSED);
        assertThat(stage.rig.engine.roster().targets()).hasSize(3);
    }

    @Test
    void suggestionsForWhoMayNotAreNone() {
        stage.start();
        stage.desk().answer(console(), "/mute tax 2h");

        assertThat(suggested(stage.anybody, "mute", "what")).isEmpty();
        assertThat(suggested(stage.manager, "mute", "what")).isEmpty();
        assertThat(suggested(stage.admin, "mute", "what")).contains("portal");
        assertThat(suggested(stage.anybody, "subscribe", "what")).isEmpty();
        assertThat(suggested(stage.manager, "subscribe", "what")).contains("portal");
        // What everybody may list with /targets is suggested to everybody.
        assertThat(suggested(stage.anybody, "why", "name")).contains("portal");
        assertThat(suggested(stage.anybody, "help", "command"))
                .contains("/status")
                .doesNotContain("/mute");
    }

    private List<String> suggested(Member who, String command, String option) {
        return stage.discord.autocomplete(who, stage.channel, command, Map.of(option, ""), option).choices().stream()
                .map(Exchange.Choice::value)
                .toList();
    }
}

package dev.tocsin.chat.discord.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.events.guild.GuildAvailableEvent;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.events.guild.GuildLeaveEvent;
import net.dv8tion.jda.api.events.guild.GuildUnavailableEvent;
import net.dv8tion.jda.api.events.role.RoleCreateEvent;
import net.dv8tion.jda.api.events.session.SessionInvalidateEvent;
import net.dv8tion.jda.api.events.session.SessionRecreateEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The fake's gateway, as a plain JDA meets it. */
class FakeGatewayTest {
    private static final Duration HEARTBEAT = Duration.ofMillis(200);

    private FakeDiscord discord;
    private Guild guild;
    private FakeBot bot;

    @BeforeEach
    void open() throws Exception {
        discord = new FakeDiscord(HEARTBEAT);
        guild = discord.guild("Harbour");
        bot = new FakeBot(discord);
    }

    @AfterEach
    void close() {
        bot.close();
        discord.close();
    }

    @Test
    void aCutConnectionIsResumedAndWhatWasMissedComesOnce() {
        discord.line().refuseConnections(true);
        discord.line().cut();
        discord.await(
                Duration.ofSeconds(10),
                "nobody on the line",
                () -> discord.line().connected() == 0);
        long missed = guild.role("on call");
        discord.line().refuseConnections(false);

        bot.await(SessionResumeEvent.class);
        assertThat(bot.events(RoleCreateEvent.class))
                .extracting(event -> event.getRole().getIdLong())
                .containsExactly(missed);
        assertThat(discord.line().identifies()).isEqualTo(1);
        assertThat(discord.line().resumes()).isEqualTo(1);
    }

    @Test
    void aSilentConnectionIsTakenForDead() {
        discord.await(Duration.ofSeconds(10), "heartbeats", () -> discord.line().heartbeats() > 1);
        discord.line().goSilent();

        bot.await(SessionResumeEvent.class);
        assertThat(discord.line().identifies()).isEqualTo(1);
    }

    @Test
    void aReconnectAndAResumableSessionAreResumed() {
        discord.line().reconnect();
        bot.await(SessionResumeEvent.class);
        discord.line().invalidSession(true);

        discord.await(
                Duration.ofSeconds(20), "a second resume", () -> discord.line().resumes() == 2);
        assertThat(discord.line().identifies()).isEqualTo(1);
    }

    @Test
    void anInvalidSessionIsBegunAnew() {
        discord.line().invalidSession(false);

        bot.await(SessionInvalidateEvent.class);
        bot.await(SessionRecreateEvent.class);
        assertThat(discord.line().identifies()).isEqualTo(2);
        assertThat(bot.jda().getGuildById(guild.id())).isNotNull();
    }

    @Test
    void aForgottenSessionIsNotResumed() {
        discord.line().cut();
        discord.line().forgetSessions();

        bot.await(SessionRecreateEvent.class);
        assertThat(discord.line().resumes()).isZero();
        assertThat(discord.line().identifies()).isEqualTo(2);
    }

    @Test
    void aRefusedTokenEndsIt() {
        discord.line().closeWith(4004);

        assertThat(bot.await(ShutdownEvent.class).getCode()).isEqualTo(4004);
        assertThat(bot.jda().getStatus()).isEqualTo(JDA.Status.SHUTDOWN);
    }

    @Test
    void theBotIsAddedAndKicked() {
        Guild other = discord.stranger("Lighthouse");
        long text = other.text("alerts");
        discord.join(other);
        bot.await(GuildJoinEvent.class);
        assertThat(bot.jda().getTextChannelById(text)).isNotNull();

        discord.kick(other);
        assertThat(bot.await(GuildLeaveEvent.class).getGuild().getIdLong()).isEqualTo(other.id());
        assertThat(new RawRequest(discord).post("/channels/" + text + "/messages", "{\"content\":\"x\"}"))
                .isEqualTo(403);
    }

    @Test
    void aGuildsOutageIsNoKick() {
        discord.outage(guild);
        bot.await(GuildUnavailableEvent.class);
        discord.join(guild);

        bot.await(GuildAvailableEvent.class);
        assertThat(bot.events(GuildLeaveEvent.class)).isEmpty();
    }
}

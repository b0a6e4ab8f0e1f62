package dev.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.discord.fake.FakeDiscord;
import dev.tocsin.chat.discord.fake.Guild;
import dev.tocsin.chat.discord.fake.Member;
import dev.tocsin.chat.discord.fake.Posted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot with Discord: commands and notices there, and a config that turns it on, off and elsewhere. */
class LiveDiscordTest {
    @TempDir
    Path folder;

    private FakeDiscord discord;
    private long alerts;
    private Member visitor;
    private LoopbackService service;

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private LiveBot bot;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        discord = new FakeDiscord();
        Guild guild = discord.guild("Operations");
        alerts = guild.text("alerts");
        visitor = guild.member("visitor");
        service = new LoopbackService();
    }

    @AfterEach
    void stop() throws IOException {
        bot.close();
        service.close();
        discord.close();
    }

    @Test
    void anOutageIsToldInDiscordAndItsEndAnswersIt() throws IOException {
        bot = new LiveBot(folder.resolve("bot.json"), config(discord(discord.token())));
        bot.settles("/status", "1 up");
        service.stop();

        Posted outage = discord.messages(alerts, 1).getFirst();
        service.start();
        List<Posted> both = discord.messages(alerts, 2);

        assertThat(outage.text()).contains("Confirmed:").contains("does not answer");
        assertThat(both.get(1).text()).contains("answers again");
        assertThat(both.get(1).repliesTo()).hasValue(outage.id());
    }

    @Test
    void commandsAreAnsweredThere() throws IOException {
        bot = new LiveBot(folder.resolve("bot.json"), config(discord(discord.token())));
        bot.settles("/status", "1 up");
        discord.await(
                LiveBot.PROMISED,
                "registered commands",
                () -> !discord.commands().global().isEmpty());

        assertThat(discord.slash(visitor, alerts, "status", Map.of()).answer().text())
                .contains("1 up");
    }

    @Test
    void aRefusedTokenIsSaidInOneLineAndTheConsoleGoesOn() throws IOException {
        bot = new LiveBot(folder.resolve("bot.json"), config(discord("NotTheToken.of.anybody")));
        bot.promises(0, "Discord does not accept the token (discord.token in the config)");
        bot.settles("/status", "1 up");
        service.stop();
        bot.settles("/incidents", "site");
        bot.change(config(discord(discord.token())));

        assertThat(discord.messages(alerts, 1).getFirst().text()).contains("Confirmed:");
    }

    private String discord(String token) {
        return "\"discord\": {\"token\": \"" + token + "\", \"apiUrl\": \"" + discord.api() + "\", \"gatewayUrl\": \""
                + discord.gateway() + "\", \"shards\": 1},";
    }

    private String config(String discord) {
        return "{" + discord + "\"subscriptions\": [{\"channel\": \"discord:" + alerts + "\"}],"
                + " \"operators\": [\"console:main\"],"
                + " \"defaults\": {\"every\": \"1s\", \"timeout\": \"500ms\","
                + " \"confirm\": {\"failures\": 1, \"successes\": 1, \"recheck\": \"100ms\"}},"
                + " \"targets\": [" + service.target("site") + "]}";
    }
}

package dev.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.chat.telegram.fake.FakeChat;
import dev.tocsin.chat.telegram.fake.FakePerson;
import dev.tocsin.chat.telegram.fake.FakeTelegram;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot with Telegram: commands and notices there, and a token that is refused at first. */
class LiveTelegramTest {
    @TempDir
    Path folder;

    private FakeTelegram telegram;
    private FakePerson ada;
    private FakeChat group;
    private LoopbackService service;

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private LiveBot bot;

    @BeforeEach
    void open() throws IOException {
        telegram = new FakeTelegram();
        ada = telegram.rooms().person("Ada");
        group = telegram.rooms().open(FakeChat.Kind.SUPERGROUP, "Harbour", ada);
        service = new LoopbackService();
    }

    @AfterEach
    void stop() throws IOException {
        bot.close();
        service.close();
        telegram.close();
    }

    @Test
    void anOutageIsToldInTelegramAndItsMessageIsKeptTrue() throws IOException {
        bot = new LiveBot(folder.resolve("bot.json"), config(telegram.token()));
        bot.settles("/status", "1 up");
        service.stop();
        awaitSaid("does not answer");
        service.start();
        awaitSaid("answers again");

        telegram.await(
                LiveBot.PROMISED.multipliedBy(4),
                "the outage's message says that it is over",
                () -> telegram.rooms().fromBot(group.id()).stream()
                        .noneMatch(message -> message.text().contains("does not answer")));
    }

    @Test
    void commandsAreAnsweredThere() throws IOException {
        bot = new LiveBot(folder.resolve("bot.json"), config(telegram.token()));
        bot.settles("/status", "1 up");
        telegram.talk().says(ada, group, "/status@" + telegram.botName());

        awaitSaid("1 up");
    }

    @Test
    void aRefusedTokenIsSaidAndTheConsoleGoesOn() throws IOException {
        bot = new LiveBot(folder.resolve("bot.json"), config("123456:AAnobodysToken-of-telegram_000000000"));
        bot.settles("/status", "1 up");
        LiveBot.settled(() -> bot.printed(0).contains("Telegram"), "a word on the refused token");
        service.stop();
        bot.settles("/incidents", "site");
        bot.change(config(telegram.token()));

        awaitSaid("does not answer");
        assertThat(bot.printed(0)).doesNotContain("AAnobodysToken");
        telegram.takeFaults();
    }

    private void awaitSaid(String text) {
        telegram.await(
                LiveBot.PROMISED.multipliedBy(6),
                text,
                () -> telegram.rooms().fromBot(group.id()).stream()
                        .anyMatch(message -> message.text().contains(text)));
    }

    private String config(String token) {
        return "{\"telegram\": {\"token\": \"" + token + "\", \"apiUrl\": \"" + telegram.address() + "\"},"
                + "\"subscriptions\": [{\"channel\": \"telegram:" + group.id() + "\"}],"
                + " \"operators\": [\"console:main\"],"
                + " \"defaults\": {\"every\": \"1s\", \"timeout\": \"500ms\","
                + " \"confirm\": {\"failures\": 1, \"successes\": 1, \"recheck\": \"100ms\"}},"
                + " \"targets\": [" + service.target("site") + "]}";
    }
}

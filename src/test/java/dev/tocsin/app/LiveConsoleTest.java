package dev.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console while the config turns it off and on. */
class LiveConsoleTest {
    @TempDir
    Path folder;

    private LoopbackService service;

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private LiveBot bot;

    @BeforeEach
    void open() throws IOException {
        service = new LoopbackService();
    }

    @AfterEach
    void stop() throws IOException {
        bot.close();
        service.close();
    }

    @Test
    void offItSaysAndAnswersNothingAndOnItTellsWhatHappenedMeanwhileOnce() throws IOException {
        bot = new LiveBot(folder.resolve("bot.json"), config("true"));
        bot.settles("/status", "1 up");
        int from = bot.here();
        bot.change(config("false"));
        bot.promises(from, "The config turns the console off; the bot goes on.");
        int off = bot.here();
        bot.type("/status");
        service.stop();
        LiveBot.settled(
                () -> LiveBot.count(
                                folder.resolve("data/tocsin.db"),
                                "select count(*) from delivery where state = 'pending' and body like '%is off%'")
                        > 0,
                "a notice that was put off");
        assertThat(bot.printed(off)).as("what was printed meanwhile").isEmpty();
        bot.change(config("{\"colour\": \"never\"}"));
        bot.promises(off, "watches 1 target");
        bot.answers("/status", "1 of 1 down");
        bot.promises(off, "Confirmed: site does not answer");
        assertThat(bot.printed(off).split("Confirmed:", -1)).as("told once").hasSize(2);
    }

    @Test
    void aConsoleThatWasOffAtTheStartCanBeTurnedOn() throws IOException {
        bot = new LiveBot(folder.resolve("bot.json"), config("false"));
        bot.change(config("true"));
        bot.promises(0, "watches 1 target");
        bot.answers("/status", "1 up");
    }

    private String config(String console) {
        return "{\"console\": " + console + ", \"subscriptions\": [{\"channel\": \"console:main\"}],"
                + " \"defaults\": {\"every\": \"1s\", \"timeout\": \"500ms\","
                + " \"confirm\": {\"failures\": 1, \"recheck\": \"100ms\"}},"
                + " \"targets\": [" + service.target("site") + "]}";
    }
}

package dev.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each key of a changed config takes effect within five seconds, without a new start. */
class LiveConfigTest {
    private static final String QUICK =
            "\"defaults\": {\"every\": \"1s\", \"timeout\": \"500ms\", \"confirm\": {\"failures\": 1, \"recheck\": \"100ms\"}}";
    private static final String TOLD = "\"subscriptions\": [{\"channel\": \"console:main\"}]";

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
    void timezone() throws IOException {
        start("{}");
        bot.settles("/admin", "UTC Admins");
        change("{'timezone': 'Asia/Kathmandu'}");
        bot.answers("/admin", "UTC) Admins");
    }

    @Test
    void vantage() throws IOException {
        start("{'vantage': 'cellar', 'targets': [" + service.target("site") + "]}");
        bot.settles("/about", "from cellar");
        change("{'vantage': 'attic', 'targets': [" + service.target("site") + "]}");
        bot.answers("/about", "from attic");
        bot.answers("/check site", "From attic");
    }

    @Test
    void adminsAndOperators() throws IOException {
        start("{'admins': {'discord': ['71']}}");
        bot.settles("/admin", "discord:71 Own troubles are told to console:main");
        change("{'admins': {'discord': ['72']}, 'operators': ['telegram:5']}");
        bot.answers("/admin", "discord:72 Own troubles are told to telegram:5");
        int from = bot.here();
        change("{'nonsense': 1}");
        bot.answers("/admin", "newer version of the file was refused");
        assertThat(bot.printed(from)).as("the console is no operator now").doesNotContain("changed config was refused");
    }

    @Test
    void security() throws IOException {
        start("{'practice': false}");
        String add = "/add id=inner tcp=127.0.0.1:" + service.port() + " every=1s timeout=500ms";
        bot.settles(add, "x ");
        change("{'security': {'allow': ['127.0.0.0/8']}}");
        bot.answers(add, "Watching inner");
        LiveBot.promised(() -> service.visits() > 0, "a look at it");
    }

    @Test
    void controls() throws IOException {
        start("{}");
        bot.settles("/about", "Controls none asked");
        change("{'controls': [{'name': 'uplink', 'tcp': '127.0.0.1:" + service.port() + "'}]}");
        bot.answers("/about", "Controls 1/1 answer");
        change("{}");
        bot.answers("/about", "Controls none asked");
    }

    @Test
    void defaults() throws IOException {
        start("{'defaults': {'every': '1d'}, " + TOLD + ", 'targets': [" + service.target("site") + "]}");
        service.stop();
        change("{" + QUICK + ", " + TOLD + ", 'targets': [" + service.target("site") + "]}");
        bot.answers("/status", "1 of 1 down");
        bot.answers("/targets", "site site DOWN – 1 s");
    }

    @Test
    void networksAndTargets() throws IOException {
        start("{'targets': [" + service.target("old") + "]}");
        bot.settles("/targets", "old old up");
        String placed = service.target("new").replace("}", ", 'network': 'office'}");
        change("{'networks': [{'id': 'office', 'name': 'Head office'}], 'targets': [" + placed + "]}");
        bot.answers("/targets", answer -> answer.contains("· 1 target") && answer.contains("office 30 s"), "new alone");
        bot.answers("/subscribe network:office", "+ ");
    }

    @Test
    void subscriptionsTellOfWhatComesAndNotOfWhatWasBefore() throws IOException {
        String targets = "'targets': [{'id': 'gone', 'tcp': '127.0.0.1:1'}, " + service.target("site") + "]";
        start("{" + QUICK + ", " + targets + "}");
        bot.settles("/status", "1 of 2 down · 1 up");
        int from = bot.here();
        change("{" + QUICK + ", " + targets + ", " + TOLD + "}");
        bot.answers("/subscriptions", "console:main");
        service.stop();
        bot.promises(from, "Confirmed: site does not answer");
        assertThat(bot.printed(from)).doesNotContain("gone does not answer");
    }

    @Test
    void aChangeWithOneBadKeyChangesNothingAndIsTold() throws IOException {
        start("{'vantage': 'cellar'}");
        int from = bot.here();
        change("{'vantage': 'attic', 'practice': true, 'store': 'other.db', 'looks': {'inFlight': 0}}");
        bot.promises(from, "changed config was refused and the old one stays in force");
        bot.answers("/about", "Watching 0 targets from cellar");
        assertThat(folder.resolve("other.db")).doesNotExist();
        assertThat(bot.printed(from)).contains("looks.inFlight");
    }

    @Test
    void anOutageGoesOnAsItWasThroughAnyNumberOfChanges() throws IOException {
        String rest = QUICK + ", " + TOLD + ", 'targets': [" + service.target("site") + "]}";
        service.stop();
        start("{'vantage': 'v', " + rest);
        bot.settles("/status", "1 of 1 down");
        bot.promises(0, "Confirmed: site does not answer");
        int from = bot.here();
        for (int i = 0; i < 10; i++) {
            change("{'vantage': 'v" + i + "', 'looks': {'shards': " + (i + 1) + "}, " + rest);
        }
        bot.answers("/about", "from v9");
        bot.answers("/incidents", "#1");
        assertThat(bot.printed(from)).doesNotContain("Confirmed").doesNotContain("#2");
    }

    private void start(String config) throws IOException {
        bot = new LiveBot(folder.resolve("bot.json"), config.replace('\'', '"'));
    }

    private void change(String config) throws IOException {
        bot.change(config.replace('\'', '"'));
    }
}

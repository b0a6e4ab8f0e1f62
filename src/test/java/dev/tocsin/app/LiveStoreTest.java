package dev.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.observe.Vantage;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.store.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store while the config changes: nothing that was known is lost, and nothing is told twice. */
class LiveStoreTest {
    private static final String REST = """
            "defaults": {"every": "1s", "timeout": "500ms", "confirm": {"failures": 1, "recheck": "100ms"}},
            "subscriptions": [{"channel": "console:main"}, {"channel": "telegram:5"}],
            "targets": [{"id": "gone", "tcp": "127.0.0.1:1"}]}
            """;

    @TempDir
    Path folder;

    private Path config;

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private LiveBot bot;

    @BeforeEach
    void start() throws IOException {
        config = folder.resolve("bot.json");
    }

    @AfterEach
    void stop() throws IOException {
        bot.close();
    }

    @Test
    void theStoreMovesWithAllThatItHolds() throws IOException {
        bot = new LiveBot(config, "{\"store\": \"old.db\", " + REST);
        bot.settles("/status", "1 of 1 down");
        bot.promises(0, "Confirmed: gone does not answer");
        bot.settles("/subscribe all high", "+ ");
        int from = bot.here();
        bot.change("{\"store\": \"far/new.db\", " + REST);
        bot.promises(from, "The store is " + folder.resolve("far/new.db") + " now, with all that was in");
        bot.answers("/admin", "Store " + folder.resolve("far/new.db"));
        bot.answers("/subscriptions", "high");
        bot.answers("/incident 1", "#1");
        bot.answers("/about", "1 notice to be sent");
        bot.settles("/unsubscribe 1", "+ ");
        bot.close();
        assertThat(bot.printed(from)).doesNotContain("Confirmed: gone");
        assertThat(folder.resolve("old.db")).doesNotExist();
        assertThat(folder.resolve("old.db.moved")).exists();

        int again = 0;
        bot = new LiveBot(config, "{\"store\": \"far/new.db\", " + REST);
        bot.settles("/audit", "/unsubscribe 1");
        bot.settles("/status", "1 of 1 down");
        assertThat(bot.printed(again)).doesNotContain("Confirmed: gone");
    }

    @Test
    void aStoreThatExistsIsLeftAloneAndTheRestOfTheChangeTakesEffect() throws IOException {
        SqliteStore.open(folder.resolve("other.db")).close();
        byte[] before = Files.readAllBytes(folder.resolve("other.db"));
        bot = new LiveBot(config, "{\"store\": \"old.db\", " + REST);
        bot.settles("/status", "1 of 1 down");
        int from = bot.here();
        bot.change("{\"vantage\": \"attic\", \"store\": \"other.db\", " + REST);
        bot.promises(
                from,
                "The changed config is in force, but: store: it stays " + folder.resolve("old.db")
                        + " until the next start, since " + folder.resolve("other.db") + " exists already.");
        bot.answers("/about", "from attic");
        bot.answers("/admin", "Store " + folder.resolve("old.db"));
        bot.answers("/admin", "has no telegram.token · store: it stays");
        assertThat(Files.readAllBytes(folder.resolve("other.db"))).isEqualTo(before);
        int later = bot.here();
        bot.change("{\"vantage\": \"attic\", \"store\": \"old.db\", " + REST);
        bot.answers("/admin", answers -> last(answers).matches(".* Store (?!.*· store:).*"), "no warning");
        assertThat(bot.printed(later)).doesNotContain("The store is");
    }

    @Test
    void aStoreThatCannotStandThereStaysWhereItWas() throws IOException {
        Files.writeString(folder.resolve("file"), "no folder");
        bot = new LiveBot(config, "{\"store\": \"old.db\", " + REST);
        bot.settles("/status", "1 of 1 down");
        int from = bot.here();
        bot.change("{\"store\": \"file/new.db\", " + REST);
        bot.promises(from, "store: it stays " + folder.resolve("old.db"));
        bot.settles("/mute gone 2h", "Muted gone");
    }

    @Test
    void whatIsKeptNoLongerIsRemovedAtOnce() throws IOException {
        Path file = folder.resolve("old.db");
        try (SqliteStore store = SqliteStore.open(file)) {
            store.observationLog().append(List.of(look("aged", 7), look("aged", 6)));
            store.stores().upkeep().roll(Instant.now(), target -> Optional.empty());
        }
        bot = new LiveBot(config, "{\"store\": \"old.db\", " + REST);
        bot.settles("/status", "1 of 1 down");
        String aged = "select count(*) from look join word on no = target where word = 'aged'";
        assertThat(LiveBot.count(file, aged)).isEqualTo(2);
        bot.change("{\"store\": \"old.db\", \"retention\": {\"looks\": \"3h\"}, " + REST);
        LiveBot.promised(
                () -> LiveBot.count(file, aged) == 1,
                "all but the last of the aged looks, which speaks for later, are gone");
        bot.answers("/admin", "looks are kept for 3 h");
    }

    private static String last(String answers) {
        return answers.substring(Math.max(0, answers.lastIndexOf("The config in force")));
    }

    private static Observation look(String target, int hoursAgo) {
        return new Observation(
                new TargetId(target),
                new Vantage("here"),
                Instant.now().minus(Duration.ofHours(hoursAgo)),
                new Finding(new Outcome.Up(), new Timings(Map.of(), Duration.ofMillis(5)), Optional.empty()));
    }
}

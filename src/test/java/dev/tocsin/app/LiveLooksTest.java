package dev.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at, and how much at a time, while the config changes. */
class LiveLooksTest {
    private static final String TOLD = "\"subscriptions\": [{\"channel\": \"console:main\"}]";
    private static final String QUICK = "\"defaults\": {\"every\": \"1s\", \"timeout\": \"1s\"}";

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // each test starts its own
    private LiveBot bot;

    @AfterEach
    void stop() throws IOException {
        bot.close();
    }

    @Test
    void thePracticeNetworkComesAndGoes() throws IOException {
        bot = new LiveBot(folder.resolve("bot.json"), "{}");
        bot.settles("/practice shutdown", "The practice network is off");
        bot.change(
                "{\"practice\": true, \"subscriptions\": [{\"channel\": \"console:main\", \"to\": \"network:practice-gov\"}]}");
        bot.answers("/status", "of 7 down");
        bot.answers("/about", "Controls 3/3 answer");
        bot.answers("/subscriptions", "network:practice-gov");
        bot.settles("/status", "7 up");
        int port = port(bot.answer("/targets", "gov-mail"));
        int from = bot.here();
        bot.change("{" + TOLD + "}");
        bot.answers("/status", "Nothing is watched");
        bot.answers("/about", "Controls none asked");
        bot.answers("/practice shutdown", "The practice network is off");
        LiveBot.promised(() -> !listens(port), "its listeners are gone");
        assertThat(bot.printed(from)).doesNotContain("does not answer").doesNotContain("Note");
    }

    @Test
    void anOutageOfThePracticeNetworkThatWasToldIsToldToItsEndWhenItGoes() throws IOException {
        bot = new LiveBot(folder.resolve("bot.json"), "{\"practice\": true, " + TOLD + "}");
        bot.settles("/status", "7 up");
        bot.type("/practice refuse gov-mail");
        bot.settles("/why gov-mail", "delivered");
        int from = bot.here();
        bot.change("{\"practice\": false, " + TOLD + "}");
        bot.answers("/status", "Nothing is watched");
        bot.promises(from, "Government mail is no longer watched");
    }

    @Test
    void asManyLooksGoOnAtATimeAsTheConfigAllows() throws IOException {
        // Far more looks wait than may go on, so that the room is full at every moment.
        try (BlackHole hole = BlackHole.open()) {
            String targets = "\"targets\": ["
                    + IntStream.range(0, 40)
                            .mapToObj(i -> "{\"id\": \"t" + i + "\", \"tcp\": \"127.0.0.1:" + hole.port() + "\"}")
                            .collect(Collectors.joining(","))
                    + "]";
            bot = new LiveBot(
                    folder.resolve("bot.json"), "{\"looks\": {\"inFlight\": 12}, " + QUICK + ", " + targets + "}");
            bot.settles("/about", " 12 in flight");
            bot.change("{\"looks\": {\"inFlight\": 2}, " + QUICK + ", " + targets + "}");
            bot.answers("/about", " 2 in flight");
            bot.change("{\"looks\": {\"inFlight\": 7}, " + QUICK + ", " + targets + "}");
            bot.answers("/about", " 7 in flight");
        }
    }

    @Test
    void looksGoOnAtTheirPaceHoweverTheyAreDealtToShards() throws IOException {
        List<LoopbackService> services = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            services.add(new LoopbackService());
        }
        String targets = QUICK + ", \"targets\": ["
                + IntStream.range(0, 20)
                        .mapToObj(i -> services.get(i).target("t" + i))
                        .collect(Collectors.joining(","))
                + "]}";
        bot = new LiveBot(folder.resolve("bot.json"), "{\"looks\": {\"shards\": 16}, " + targets);
        bot.settles("/status", "20 up");
        bot.change("{\"vantage\": \"three\", \"looks\": {\"shards\": 3}, " + targets);
        bot.answers("/about", "from three");
        steady(services);
        bot.change("{\"vantage\": \"sixty\", \"looks\": {\"shards\": 60}, " + targets);
        bot.answers("/about", "from sixty");
        steady(services);
        for (LoopbackService service : services) {
            service.close();
        }
    }

    /** Each is looked at twice more within five seconds, and once a second over all, give or take one. */
    private static void steady(List<LoopbackService> services) {
        List<Integer> before = services.stream().map(LoopbackService::visits).toList();
        long began = System.nanoTime();
        LiveBot.promised(
                () -> IntStream.range(0, services.size())
                        .allMatch(i -> services.get(i).visits() >= before.get(i) + 2),
                "two more looks at each");
        int looks = services.stream().mapToInt(LoopbackService::visits).sum()
                - before.stream().mapToInt(Integer::intValue).sum();
        double seconds = (System.nanoTime() - began) / 1e9;
        assertThat(looks / (double) services.size()).isBetween(2.0, seconds + 1.5);
    }

    private static int port(String targets) {
        Matcher port = Pattern.compile("gov-mail .*? tcp 127.0.0.1:(\\d+)").matcher(targets);
        assertThat(port.find()).as(targets).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}

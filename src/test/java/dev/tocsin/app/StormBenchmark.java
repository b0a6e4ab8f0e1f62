package dev.tocsin.app;

import dev.tocsin.chat.discord.fake.FakeDiscord;
import dev.tocsin.chat.discord.fake.TooMany;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A storm: 500 targets in 20 networks fail, and come back, while Discord answers 429 for 25 s, then 502 for 10 s, and then
 * cuts the gateway; with kills of the bot at random moments. Counts what channels were told:
 * {@code StormBenchmark [rounds] [kills in each round] [targets] [seed]}. The bot is a process of its own with the real
 * store, schedule and probes; Discord is the tests' own.
 */
final class StormBenchmark {
    private static final int NETWORKS = 20;
    private static final Duration LIMITED = Duration.ofSeconds(25);
    private static final Duration BROKEN = Duration.ofSeconds(10);

    private final FakeDiscord discord;
    private final List<Long> channels;
    private final StormGround ground;
    private final Path folder;
    private final Random random;
    private Process bot;

    private StormBenchmark(FakeDiscord discord, StormGround ground, Path folder, long seed) throws IOException {
        this.discord = discord;
        this.ground = ground;
        this.folder = folder;
        this.random = new Random(seed);
        var guild = discord.guild("Operations");
        this.channels = List.of(guild.text("alerts"), guild.text("threads"), guild.text("edits"));
        Files.writeString(folder.resolve("bot.json"), config());
        this.bot = start();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 1;
        int kills = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        int targets = args.length > 2 ? Integer.parseInt(args[2]) : 500;
        long seed = args.length > 3 ? Long.parseLong(args[3]) : 7;
        try (FakeDiscord discord = new FakeDiscord();
                StormGround ground = new StormGround(NETWORKS, targets)) {
            StormBenchmark storm = new StormBenchmark(discord, ground, Files.createTempDirectory("tocsin-storm"), seed);
            for (int round = 1; round <= rounds; round++) {
                storm.round(round, kills);
            }
            storm.bot.destroy();
            storm.bot.waitFor();
            discord.takeFaults().forEach(fault -> System.out.println("fault: " + fault));
        }
        System.exit(0);
    }

    private void round(int number, int kills) throws IOException, InterruptedException {
        await("every target is watched and up", () -> up() == ground.size());
        long began = System.nanoTime();
        Thread killer = Thread.ofPlatform().start(() -> kill(kills));
        ground.down();
        trouble();
        await("every outage is confirmed", () -> incidents(number) == ground.size());
        ground.up();
        trouble();
        killer.join();
        long weather = System.nanoTime();
        await("what is shown is true", () -> account().isSettled() && incidents(number) == ground.size());
        System.out.printf(
                "round %d, %d kills, %d s of trouble, settled %d s after it: %s%n",
                number,
                kills,
                TimeUnit.NANOSECONDS.toSeconds(weather - began),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - weather),
                account());
    }

    /** 429 for 25 s, then 502 for 10 s, then the gateway is cut. */
    private void trouble() throws InterruptedException {
        var limit = discord.script().onMessages().always().tooMany(TooMany.route(LIMITED));
        pause(LIMITED.toMillis());
        limit.end();
        var broken = discord.script().onEverything().always().status(502);
        pause(BROKEN.toMillis());
        broken.end();
        discord.line().cut();
    }

    private void kill(int times) {
        long whole = LIMITED.plus(BROKEN).multipliedBy(2).toMillis();
        for (int i = 0; i < times; i++) {
            try {
                pause(whole / times / 2 + random.nextLong(whole / times));
                bot.destroyForcibly().waitFor();
                bot = start();
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private StormAccount account() {
        return StormAccount.of(discord, channels, store());
    }

    private long up() {
        return count("select count(*) from stance where body like '%\"is\":\"Up\"%'");
    }

    /** Of this round: those of the rounds before had their ends. */
    private long incidents(int round) {
        return count("select count(*) from incident") - (round - 1L) * ground.size();
    }

    private long count(String question) {
        try {
            return LiveBot.count(store(), question);
        } catch (IllegalStateException notYet) {
            return -1;
        }
    }

    private Path store() {
        return folder.resolve("data/tocsin.db");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx400m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--config",
                        folder.resolve("bot.json").toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
                .start();
    }

    private String config() {
        List<String> wishes = new ArrayList<>();
        List<String> manners = List.of("reply", "thread", "edit");
        for (int i = 0; i < channels.size(); i++) {
            wishes.add("{\"channel\": \"discord:" + channels.get(i) + "\", \"follow\": \"" + manners.get(i) + "\"}");
        }
        return "{\"console\": false, \"operators\": [], \"discord\": {\"token\": \"" + discord.token()
                + "\", \"apiUrl\": \"" + discord.api() + "\", \"gatewayUrl\": \"" + discord.gateway()
                + "\", \"shards\": 1}, \"subscriptions\": [" + String.join(",", wishes) + "],"
                + " \"defaults\": {\"every\": \"5s\", \"timeout\": \"2s\","
                + " \"confirm\": {\"failures\": 2, \"successes\": 1, \"recheck\": \"500ms\"}}," + ground.config() + "}";
    }

    private interface Condition {
        boolean holds();
    }

    private void await(String what, Condition condition) throws InterruptedException {
        long until = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > until) {
                System.out.println("after 5 min still not: " + what + "; " + account() + "; see " + folder);
                System.exit(1);
            }
            pause(200);
        }
    }

    private static void pause(long millis) throws InterruptedException {
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
}

package dev.tocsin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The bot as a process of its own, with the real store, schedule and probes, and what its store says. */
final class StormBot implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StormPlatform platform;
    private final Path folder = Files.createTempDirectory("tocsin-storm");
    private Process process;

    StormBot(StormPlatform platform, StormGround ground) throws IOException {
        this.platform = platform;
        Files.writeString(
                folder.resolve("bot.json"),
                "{\"console\": false, \"operators\": [], " + platform.config()
                        + ", \"defaults\": {\"every\": \"5s\", \"timeout\": \"2s\","
                        + " \"confirm\": {\"failures\": 2, \"successes\": 1, \"recheck\": \"500ms\"}},"
                        + ground.config() + "}");
        process = start();
    }

    interface Condition {
        boolean holds();
    }

    /** SIGKILL, and a new start. */
    void kill() throws IOException, InterruptedException {
        int code = process.destroyForcibly().waitFor();
        assert code != 0;
        process = start();
    }

    /** Targets that are up. */
    long up() {
        return count("select count(*) from stance where body like '%\"is\":\"Up\"%'");
    }

    /** Outages since the first start. */
    long incidents() {
        return count("select count(*) from incident where target not like '%:%'");
    }

    /** Those that go on, of networks too. */
    long open() {
        return count("select count(*) from incident where state = 'open'");
    }

    long waiting() {
        return count("select count(*) from delivery where state = 'pending'");
    }

    /** Of everything so far; {@code weather} is when the last spell of it was over. */
    StormAccount account(Instant weather) {
        return StormAccount.of(platform, store(), weather);
    }

    /** Ends the program where it does not come to that. */
    void await(String what, Condition condition) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > until) {
                System.out.println(
                        "after 5 min still not: " + what + "; " + account(Instant.EPOCH) + "; see " + folder);
                System.exit(1);
            }
            StormPlatform.pause(Duration.ofMillis(200));
        }
    }

    /** Ends it, and says what else there is to say. */
    @Override
    public void close() throws IOException {
        process.destroy();
        Process ended = process.onExit().join();
        assert !ended.isAlive();
        Files.writeString(folder.resolve("told"), platform.told().toString());
        System.out.println(platform.remarks() + "; what was told, and the bot's log, are in " + folder);
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
}

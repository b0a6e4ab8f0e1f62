package dev.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program as a process, without a terminal. */
class MainTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void thePracticeNetworkIsSwitchedOffToldAndBack() throws Exception {
        Process bot = start(config("{\"practice\": true, \"subscriptions\": [{\"channel\": \"console:main\"}]}"));
        try (BufferedWriter typed = bot.outputWriter()) {
            type(typed, "/status");
            await("7 up", "7 not looked at yet");
            awaitAfter(typed, "/status", "0 of 7 down · 7 up");
            type(typed, "/practice shutdown");
            await("Practice government network is unreachable: 6 of 6 monitored services");
            awaitAfter(typed, "/status", "6 of 7 down · 1 up");
            type(typed, "/mute gov-mail 2h");
            await("Muted gov-mail");
            type(typed, "/practice restore");
            await("Practice government network is reachable again");
        }
        type(folder.resolve("bot-config.json"), "{\"practice\": true, \"tragets\": []}");
        await("The changed config was refused", "tragets");
    }

    @Test
    void theEndOfInputIsNoReasonToStopAndSigtermIs() throws Exception {
        Process bot = start(config("{\"practice\": true}"));
        bot.outputWriter().close();
        await("Tocsin");
        assertThat(bot.waitFor(2, TimeUnit.SECONDS)).isFalse();
        long began = System.nanoTime();
        bot.destroy();

        assertThat(bot.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(Files.exists(folder.resolve("data/tocsin.db-wal")))
                .as("the log was put into the file")
                .isFalse();
    }

    @Test
    void aTargetThatIsAddedToTheFileIsWatchedWithoutANewStart() throws Exception {
        Path config = config("{\"practice\": true}");
        Process bot = start(config);
        try (BufferedWriter typed = bot.outputWriter()) {
            await("watches 7 targets");
            type(config, "{\"practice\": true, \"targets\": [{\"id\": \"more\", \"tcp\": \"127.0.0.1:9\"}]}");
            awaitAfter(typed, "/targets", "8 targets");
        }
    }

    @Test
    void aWrongConfigStopsTheStartWithEveryProblem() throws Exception {
        Process bot = start(config("{\"timezone\": \"Moon\", \"looks\": {\"shards\": 0}}"));

        assertThat(bot.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(bot.exitValue()).isEqualTo(1);
        assertThat(output()).contains("has 2 problems").contains("timezone").contains("looks.shards");
    }

    @Test
    void aConfigIsCheckedAndNothingElseIsDone() throws Exception {
        Path config = config("{\"practice\": true}");
        Process check = run("check-config", config.toString());

        assertThat(check.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(check.exitValue()).isZero();
        assertThat(output()).contains("is good").contains("practice network on");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aSecondBotOnTheSameStoreIsRefusedInWords() throws Exception {
        Path config = config("{}");
        start(config);
        await("Tocsin");
        Process second = start(config);

        assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(1);
        assertThat(output()).contains("in use by another Tocsin");
    }

    private Process start(Path config) throws IOException {
        return run("--config", config.toString());
    }

    private Process run(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("out").toFile()))
                .start();
        started.add(process);
        return process;
    }

    private Path config(String text) throws IOException {
        return Files.writeString(folder.resolve("bot-config.json"), text);
    }

    private static void type(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }

    private static void type(BufferedWriter to, String line) throws IOException {
        to.write(line);
        to.newLine();
        to.flush();
    }

    private String output() throws IOException {
        return Files.readString(folder.resolve("out")).replaceAll("\\s+", " ");
    }

    private void await(String... any) throws IOException {
        awaitWhile(() -> {}, any);
    }

    private void awaitAfter(BufferedWriter typed, String line, String any) throws IOException {
        awaitWhile(() -> type(typed, line), any);
    }

    private interface Step {
        void take() throws IOException;
    }

    /** Until one of the texts is printed; asks again about every half second. */
    private void awaitWhile(Step step, String... any) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        long next = 0;
        while (System.nanoTime() < until) {
            String printed = Files.exists(folder.resolve("out")) ? output() : "";
            for (String one : any) {
                if (printed.contains(one)) {
                    return;
                }
            }
            if (System.nanoTime() - next > 0) {
                step.take();
                next = System.nanoTime() + 500_000_000;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("none of " + List.of(any) + " was printed within " + PATIENCE + ": " + output());
    }
}

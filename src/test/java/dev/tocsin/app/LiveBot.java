package dev.tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.ConfigWatch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The whole bot in this process, over a config that is changed while it runs and a console of pipes. */
final class LiveBot implements AutoCloseable {
    /** Within which a changed config takes effect. */
    static final Duration PROMISED = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final int LINES_APART = 10;

    private final Path config;
    private final PipedOutputStream typed = new PipedOutputStream();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Bot bot;

    LiveBot(Path config, String text) throws IOException {
        this.config = Files.writeString(config, text);
        ConfigWatch.Begun begun = ConfigWatch.begin(config, Configs.reader());
        Stdio stdio =
                new Stdio(new PipedInputStream(typed, 65_536), new PrintStream(printed, true, StandardCharsets.UTF_8));
        this.bot = Bot.start(config, begun.watch(), (ConfigReading.Good) begun.first(), stdio, () -> {});
    }

    /** Writes the config anew, whole or not at all. */
    void change(String text) throws IOException {
        Path next = config.resolveSibling("next.json");
        Files.writeString(next, text);
        Files.move(next, config, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Everything that was printed from this offset on, in one line. */
    String printed(int from) {
        return printed.toString(StandardCharsets.UTF_8).substring(from).replaceAll("\\s+", " ");
    }

    /** Where what is printed from now on begins. */
    int here() {
        return printed.toString(StandardCharsets.UTF_8).length();
    }

    void type(String line) {
        try {
            typed.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            typed.flush();
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }

    /** Until this is printed that was not before the call, within five seconds. */
    void promises(int from, String text) {
        await(PROMISED, () -> {}, () -> printed(from).contains(text), text);
    }

    /** Asks until this is in the answer, within five seconds. */
    void answers(String line, String text) {
        answers(PROMISED, line, answer -> answer.contains(text), text);
    }

    /** Asks until this is in the answer, and gives it. */
    String answer(String line, String text) {
        int from = here();
        settles(line, text);
        return printed(from);
    }

    /** Asks until the answer is as it was before anything is changed; the machine may be busy. */
    void settles(String line, String text) {
        answers(PATIENCE, line, answer -> answer.contains(text), text);
    }

    /** Asks until the answer fits, within five seconds. */
    void answers(String line, Predicate<String> fits, String what) {
        answers(PROMISED, line, fits, what);
    }

    private void answers(Duration longest, String line, Predicate<String> fits, String what) {
        int from = here();
        try {
            await(longest, () -> type(line), () -> fits.test(printed(from)), what + " in " + line);
        } catch (AssertionError never) {
            String all = printed(from);
            throw new AssertionError(never.getMessage() + all.substring(Math.max(0, all.length() - 1_000)), never);
        }
    }

    /** Until it is so, within five seconds. */
    static void promised(BooleanSupplier so, String what) {
        await(PROMISED, () -> {}, so, what);
    }

    /** Until it is so; the machine may be busy. */
    static void settled(BooleanSupplier so, String what) {
        await(PATIENCE, () -> {}, so, what);
    }

    /** What the store's file answers, asked beside the bot. */
    static long count(Path store, String question) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            return row.getLong(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void await(Duration longest, Runnable ask, BooleanSupplier so, String what) {
        long until = System.nanoTime() + longest.toNanos();
        for (int i = 0; !so.getAsBoolean(); i++) {
            assertThat(System.nanoTime() - until)
                    .as("%s within %s", what, longest)
                    .isNegative();
            if (i % LINES_APART == 0) {
                ask.run();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() throws IOException {
        bot.close();
        typed.close();
    }
}

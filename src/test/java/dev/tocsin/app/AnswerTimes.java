package dev.tocsin.app;

import dev.tocsin.chat.console.ConsoleChat;
import dev.tocsin.command.Caller;
import dev.tocsin.command.CommandDesk;
import dev.tocsin.command.Role;
import dev.tocsin.command.Surroundings;
import dev.tocsin.command.builtin.CommandBook;
import dev.tocsin.config.ConfigReader;
import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.ConfigTargetNotation;
import dev.tocsin.config.Settings;
import dev.tocsin.engine.Engine;
import dev.tocsin.store.SqliteStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** How long the desk takes to answer. */
final class AnswerTimes {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private AnswerTimes() {}

    /** Types each line twenty times. */
    static void print(Engine engine, SqliteStore store, InstantSource clock, List<String> lines) {
        CommandDesk desk = desk(engine, store, clock);
        lines.forEach(line -> print(desk, line, 20, i -> line));
    }

    /** Types a line with a number in it 200 times, each time with another number below this. */
    static void print(Engine engine, SqliteStore store, InstantSource clock, String format, int below) {
        print(desk(engine, store, clock), format, 200, i -> String.format(format, i * 7_919 % below));
    }

    private static void print(CommandDesk desk, String name, int tries, IntFunction<String> line) {
        Caller caller = new Caller("benchmark", Role.ADMIN, ConsoleChat.MAIN, ZoneOffset.UTC);
        long[] micros = new long[tries];
        long cpuBefore = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < tries; i++) {
            String typed = line.apply(i);
            long began = System.nanoTime();
            desk.answer(caller, typed);
            micros[i] = (System.nanoTime() - began) / 1_000;
        }
        long first = micros[0];
        Arrays.sort(micros);
        System.out.printf(
                "%-18s first %.2f ms, p50 %.2f ms, p95 %.2f ms, slowest of %d %.2f ms; CPU %.2f ms each%n",
                name,
                first / 1e3,
                micros[tries / 2] / 1e3,
                micros[tries * 95 / 100] / 1e3,
                tries,
                micros[tries - 1] / 1e3,
                (THREADS.getCurrentThreadCpuTime() - cpuBefore) / 1e6 / tries);
    }

    private static CommandDesk desk(Engine engine, SqliteStore store, InstantSource clock) {
        ConfigReading.Good none = (ConfigReading.Good) new ConfigReader(name -> Optional.empty()).read(empty());
        Settings settings = none.settings();
        Surroundings here = new Surroundings(
                engine,
                store.archive(),
                engine,
                Optional::empty,
                new ConfigTargetNotation(() -> settings, List::of),
                clock,
                "benchmark",
                () -> {
                    throw new IllegalStateException("not asked for");
                });
        return new CommandDesk(CommandBook.commands(here), here);
    }

    private static Path empty() {
        try {
            return Files.writeString(Files.createTempFile("tocsin", ".json"), "{}");
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }
}

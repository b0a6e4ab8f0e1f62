package dev.tocsin.app;

import dev.tocsin.config.ConfigReading;
import dev.tocsin.config.ConfigReport;
import dev.tocsin.config.ConfigWatch;
import dev.tocsin.engine.StoreUnavailable;
import dev.tocsin.probe.IcmpAvailability;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs the bot until somebody stops it. */
final class Run {
    private Run() {}

    /** The exit code. */
    static int bot(Path config) {
        ConfigWatch.Begun begun = ConfigWatch.begin(config, Configs.reader());
        return switch (SystemNeeds.held(config, begun.first(), IcmpAvailability::remedy)) {
            case ConfigReading.Bad bad -> {
                ConfigReport.lines(config, bad).forEach(System.err::println);
                yield 1;
            }
            case ConfigReading.Good good -> start(config, begun.watch(), good);
        };
    }

    private static int start(Path config, ConfigWatch watch, ConfigReading.Good good) {
        CountDownLatch stop = new CountDownLatch(1);
        try {
            Bot bot = Bot.start(config, watch, good, Stdio.ofTheProcess(), stop::countDown);
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                stop.countDown();
                                await(stopped);
                            },
                            "tocsin-stop"));
            await(stop);
            bot.close();
            stopped.countDown();
            return 0;
        } catch (StoreUnavailable trouble) {
            System.err.println(trouble.getMessage());
            return 1;
        } catch (IOException failed) {
            System.err.println("The bot cannot start: " + failed.getMessage());
            return 1;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

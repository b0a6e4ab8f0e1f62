package dev.tocsin.app;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Kills the bot with SIGKILL while it tells many chats of Telegram, and counts what came twice:
 * {@code KillBenchmark [kills] [chats] [milliseconds of every answer] [seed]}. Telegram knows no double: what it took, and
 * the bot had not marked, is sent again.
 */
final class KillBenchmark {
    private static final int TARGETS = 6;
    private static final int A_SECOND = 30;

    private final TelegramStorm telegram;
    private final StormBot bot;
    private final Random random;
    /** How long it takes to tell all chats once. */
    private final long whole;

    private enum Kill {
        AMID,
        NONE
    }

    private KillBenchmark(TelegramStorm telegram, StormBot bot, int chats, long seed) {
        this.telegram = telegram;
        this.bot = bot;
        this.random = new Random(seed);
        this.whole = Duration.ofSeconds(chats).toMillis() / A_SECOND;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int kills = args.length > 0 ? Integer.parseInt(args[0]) : 20;
        int chats = args.length > 1 ? Integer.parseInt(args[1]) : 50;
        Duration answer = Duration.ofMillis(args.length > 2 ? Long.parseLong(args[2]) : 100);
        long seed = args.length > 3 ? Long.parseLong(args[3]) : 7;
        try (TelegramStorm telegram = new TelegramStorm(Duration.ZERO, chats);
                StormGround ground = new StormGround(1, TARGETS);
                StormBot bot = new StormBot(telegram, ground)) {
            telegram.answersAfter(answer);
            KillBenchmark benchmark = new KillBenchmark(telegram, bot, chats, seed);
            bot.await("every target is watched and up", () -> bot.up() == TARGETS);
            for (int i = 0; i < kills; i++) {
                benchmark.flip(ground::down, TARGETS, i % 2 == 0 ? Kill.AMID : Kill.NONE);
                benchmark.flip(ground::up, 0, i % 2 == 0 ? Kill.NONE : Kill.AMID);
                System.out.println(i + 1 + " kills while messages went out: " + bot.account(Instant.EPOCH));
            }
        }
        System.exit(0);
    }

    /** The targets fail, or come back, and all chats are told. */
    private void flip(StormPlatform.Step flip, long open, Kill kill) throws IOException, InterruptedException {
        int before = telegram.told().size();
        flip.take();
        bot.await("the first chat is told", () -> telegram.told().size() > before);
        if (kill == Kill.AMID) {
            StormPlatform.pause(Duration.ofMillis(random.nextLong(whole)));
            bot.kill();
        }
        bot.await("all are told", () -> bot.open() == open && bot.waiting() == 0);
    }
}

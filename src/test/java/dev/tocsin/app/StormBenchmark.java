package dev.tocsin.app;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A storm: 500 targets in 20 networks fail and come back in bad weather of a chat platform, with kills of the bot at
 * random moments. Counts what channels were told:
 * {@code StormBenchmark [discord|telegram] [rounds] [kills in each round] [targets] [seed] [across|told|within] [seconds]}.
 * {@code across}: they fail before one spell of bad weather, and come back before another; {@code told}: likewise, and
 * they come back once every channel was told; {@code within}: they fail before a spell and come back in the midst of it.
 * The seconds are those for which Telegram cannot be reached. The platform is the tests' own.
 */
final class StormBenchmark {
    private static final int NETWORKS = 20;

    private final StormPlatform platform;
    private final StormGround ground;
    private final StormBot bot;
    private final Flip flip;
    private final Random random;

    private enum Flip {
        ACROSS,
        TOLD,
        WITHIN
    }

    private StormBenchmark(StormPlatform platform, StormGround ground, StormBot bot, Flip flip, long seed) {
        this.platform = platform;
        this.ground = ground;
        this.bot = bot;
        this.flip = flip;
        this.random = new Random(seed);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> given = List.of(args);
        int rounds = Integer.parseInt(argument(given, 1, "1"));
        int kills = Integer.parseInt(argument(given, 2, "0"));
        long seed = Long.parseLong(argument(given, 4, "7"));
        Flip flip = Flip.valueOf(argument(given, 5, "across").toUpperCase(Locale.ROOT));
        try (StormPlatform platform = platform(argument(given, 0, "discord"), argument(given, 6, "300"));
                StormGround ground = new StormGround(NETWORKS, Integer.parseInt(argument(given, 3, "500")));
                StormBot bot = new StormBot(platform, ground)) {
            StormBenchmark storm = new StormBenchmark(platform, ground, bot, flip, seed);
            for (int round = 1; round <= rounds; round++) {
                storm.round(round, kills);
            }
        }
        System.exit(0);
    }

    private static String argument(List<String> given, int place, String otherwise) {
        return place < given.size() ? given.get(place) : otherwise;
    }

    private static StormPlatform platform(String name, String seconds) throws IOException, InterruptedException {
        return name.equals("telegram")
                ? new TelegramStorm(Duration.ofSeconds(Long.parseLong(seconds)), 0)
                : new DiscordStorm();
    }

    private void round(int number, int kills) throws IOException, InterruptedException {
        bot.await("every target is watched and up", () -> bot.up() == ground.size());
        long all = (long) number * ground.size();
        long began = System.nanoTime();
        Thread killer = Thread.ofPlatform().start(() -> kill(kills));
        ground.down();
        if (flip == Flip.WITHIN) {
            platform.weather(ground::up);
        } else {
            platform.weather(() -> {});
            bot.await("every outage is confirmed", () -> bot.incidents() == all);
            if (flip == Flip.TOLD) {
                bot.await("every outage is told", () -> bot.waiting() == 0);
            }
            ground.up();
            platform.weather(() -> {});
        }
        Instant weather = Instant.now();
        killer.join();
        long over = System.nanoTime();
        bot.await(
                "what is shown is true",
                () -> bot.incidents() == all
                        && bot.open() == 0
                        && bot.account(weather).isSettled());
        System.out.printf(
                "round %d, %d kills, %d s of trouble, settled %d s after it: %s%n",
                number,
                kills,
                TimeUnit.NANOSECONDS.toSeconds(over - began),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - over),
                bot.account(weather));
    }

    private void kill(int times) {
        long whole = platform.spell().multipliedBy(flip == Flip.WITHIN ? 1 : 2).toMillis();
        for (int i = 0; i < times; i++) {
            try {
                StormPlatform.pause(Duration.ofMillis(whole / times / 2 + random.nextLong(whole / times)));
                bot.kill();
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}

package dev.tocsin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One network fails that many channels are subscribed to, with the platform's rate limits on: how long after the notice
 * was due each channel had it. {@code FanOutBenchmark [channels] [discord's servers, or telegram]}.
 */
final class FanOutBenchmark {
    private static final int TARGETS = 6;

    private FanOutBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int channels = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        String where = args.length > 1 ? args[1] : "10";
        Path folder = Files.createTempDirectory("tocsin-fan-out");
        try (Audience audience = where.equals("telegram")
                        ? new TelegramAudience(channels)
                        : new DiscordAudience(channels, Integer.parseInt(where));
                StormGround ground = new StormGround(1, TARGETS);
                LiveBot bot = new LiveBot(folder.resolve("bot.json"), config(audience, ground))) {
            bot.settles("/status", TARGETS + " up");
            ground.down();
            LiveBot.settled(() -> audience.told().size() >= channels, "a notice in every channel");
            print(audience, channels, folder.resolve("data/tocsin.db"));
        }
        System.exit(0);
    }

    private static void print(Audience audience, int channels, Path store) {
        List<Instant> notices = audience.told().stream().sorted().toList();
        Instant confirmed = Instant.ofEpochMilli(LiveBot.count(
                store,
                "select max(cast((julianday(json_extract(body, '$.confirmedAt')) - 2440587.5) * 86400000 as integer))"
                        + " from incident"));
        Instant first = notices.getFirst();
        System.out.printf(
                "%d channels, %d messages; the first %d ms after the last outage was confirmed, the last %d ms after the"
                        + " first (the limit of %d requests a second alone: %d s); %d requests refused with 429%n",
                channels,
                notices.size(),
                Duration.between(confirmed, first).toMillis(),
                Duration.between(first, notices.getLast()).toMillis(),
                audience.limit(),
                (notices.size() - 1) / audience.limit(),
                audience.refused());
    }

    private static String config(Audience audience, StormGround ground) {
        String wishes = audience.channels().stream()
                .map(channel -> "{\"channel\": \"" + channel + "\", \"to\": \"network:net-0\"}")
                .collect(Collectors.joining(","));
        return "{\"operators\": [], " + audience.platform() + ", \"subscriptions\": [" + wishes
                + "], \"defaults\": {\"every\": \"2s\", \"timeout\": \"1s\","
                + " \"confirm\": {\"failures\": 2, \"successes\": 1, \"recheck\": \"300ms\"}}," + ground.config()
                + "}";
    }
}

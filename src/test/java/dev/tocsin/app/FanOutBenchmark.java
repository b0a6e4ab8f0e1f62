package dev.tocsin.app;

import dev.tocsin.chat.discord.fake.Buckets;
import dev.tocsin.chat.discord.fake.FakeDiscord;
import dev.tocsin.chat.discord.fake.Posted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One network fails that many channels are subscribed to, with Discord's rate limits on: how long after the notice was due
 * each channel had it. {@code FanOutBenchmark [channels] [servers]}.
 */
final class FanOutBenchmark {
    private static final int TARGETS = 6;

    private FanOutBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int channels = args.length > 0 ? Integer.parseInt(args[0]) : 50;
        int servers = args.length > 1 ? Integer.parseInt(args[1]) : 10;
        Path folder = Files.createTempDirectory("tocsin-fan-out");
        try (FakeDiscord discord = new FakeDiscord();
                StormGround ground = new StormGround(1, TARGETS)) {
            discord.buckets().perChannel(true);
            discord.buckets().global(true);
            List<Long> all = new ArrayList<>();
            for (int i = 0; i < servers; i++) {
                var guild = discord.guild("Server " + i);
                for (int j = 0; j < channels / servers; j++) {
                    all.add(guild.text("alerts-" + j));
                }
            }
            try (LiveBot bot = new LiveBot(folder.resolve("bot.json"), config(discord, all, ground))) {
                bot.settles("/status", TARGETS + " up");
                ground.down();
                LiveBot.settled(
                        () -> all.stream()
                                .allMatch(channel -> !discord.messages(channel).isEmpty()),
                        "a notice in every channel");
                print(discord, all, folder.resolve("data/tocsin.db"));
            }
        }
        System.exit(0);
    }

    private static void print(FakeDiscord discord, List<Long> channels, Path store) {
        List<Posted> notices = channels.stream()
                .flatMap(channel -> discord.messages(channel).stream())
                .sorted(Comparator.comparing(Posted::at))
                .toList();
        Instant confirmed = Instant.ofEpochMilli(LiveBot.count(
                store,
                "select max(cast((julianday(json_extract(body, '$.confirmedAt')) - 2440587.5) * 86400000 as integer))"
                        + " from incident"));
        Instant first = notices.getFirst().at();
        System.out.printf(
                "%d channels, %d messages; the first %d ms after the last outage was confirmed, the last %d ms after the"
                        + " first (the limit of %d requests a second alone: %d s); %d requests refused with 429%n",
                channels.size(),
                notices.size(),
                Duration.between(confirmed, first).toMillis(),
                Duration.between(first, notices.getLast().at()).toMillis(),
                Buckets.ALL,
                (notices.size() - 1) / Buckets.ALL,
                discord.requests().stream().filter(one -> one.status() == 429).count());
    }

    private static String config(FakeDiscord discord, List<Long> channels, StormGround ground) {
        String wishes = channels.stream()
                .map(channel -> "{\"channel\": \"discord:" + channel + "\", \"to\": \"network:net-0\"}")
                .collect(Collectors.joining(","));
        return "{\"operators\": [], \"discord\": {\"token\": \"" + discord.token() + "\", \"apiUrl\": \""
                + discord.api() + "\", \"gatewayUrl\": \"" + discord.gateway() + "\", \"shards\": 1},"
                + " \"subscriptions\": [" + wishes + "], \"defaults\": {\"every\": \"2s\", \"timeout\": \"1s\","
                + " \"confirm\": {\"failures\": 2, \"successes\": 1, \"recheck\": \"300ms\"}}," + ground.config()
                + "}";
    }
}

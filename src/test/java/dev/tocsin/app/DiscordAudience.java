package dev.tocsin.app;

import dev.tocsin.chat.discord.fake.Buckets;
import dev.tocsin.chat.discord.fake.FakeDiscord;
import dev.tocsin.chat.discord.fake.Posted;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Channels of several servers. */
final class DiscordAudience implements Audience {
    private final FakeDiscord discord;
    private final List<Long> channels = new ArrayList<>();

    DiscordAudience(int channels, int servers) throws IOException, InterruptedException {
        discord = new FakeDiscord();
        discord.buckets().perChannel(true);
        discord.buckets().global(true);
        for (int i = 0; i < servers; i++) {
            var guild = discord.guild("Server " + i);
            for (int j = 0; j < channels / servers; j++) {
                this.channels.add(guild.text("alerts-" + j));
            }
        }
    }

    @Override
    public String platform() {
        return "\"discord\": {\"token\": \"" + discord.token() + "\", \"apiUrl\": \"" + discord.api()
                + "\", \"gatewayUrl\": \"" + discord.gateway() + "\", \"shards\": 1}";
    }

    @Override
    public List<String> channels() {
        return channels.stream().map(channel -> "discord:" + channel).toList();
    }

    @Override
    public List<Instant> told() {
        return channels.stream()
                .flatMap(channel -> discord.messages(channel).stream())
                .map(Posted::at)
                .toList();
    }

    @Override
    public int limit() {
        return Buckets.ALL;
    }

    @Override
    public long refused() {
        return discord.requests().stream().filter(one -> one.status() == 429).count();
    }

    @Override
    public void close() {
        discord.close();
    }
}

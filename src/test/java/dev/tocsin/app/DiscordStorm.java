package dev.tocsin.app;

import dev.tocsin.chat.discord.fake.FakeDiscord;
import dev.tocsin.chat.discord.fake.Posted;
import dev.tocsin.chat.discord.fake.TooMany;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Discord answers 429 for 25 s, then 502 for 10 s, and then cuts the gateway. */
final class DiscordStorm implements StormPlatform {
    private static final Duration LIMITED = Duration.ofSeconds(25);
    private static final Duration BROKEN = Duration.ofSeconds(10);

    private final FakeDiscord discord;
    private final List<Long> channels;

    DiscordStorm() throws IOException, InterruptedException {
        discord = new FakeDiscord();
        var guild = discord.guild("Operations");
        channels = List.of(guild.text("alerts"), guild.text("threads"), guild.text("edits"));
    }

    @Override
    public String name() {
        return "discord";
    }

    @Override
    public String config() {
        List<String> wishes = new ArrayList<>();
        List<String> manners = List.of("reply", "thread", "edit");
        for (int i = 0; i < channels.size(); i++) {
            wishes.add("{\"channel\": \"discord:" + channels.get(i) + "\", \"follow\": \"" + manners.get(i) + "\"}");
        }
        return "\"discord\": {\"token\": \"" + discord.token() + "\", \"apiUrl\": \"" + discord.api()
                + "\", \"gatewayUrl\": \"" + discord.gateway() + "\", \"shards\": 1}, \"subscriptions\": ["
                + String.join(",", wishes) + "]";
    }

    @Override
    public Duration spell() {
        return LIMITED.plus(BROKEN);
    }

    @Override
    public void weather(Step midway) throws IOException, InterruptedException {
        var limit = discord.script().onMessages().always().tooMany(TooMany.route(LIMITED));
        StormPlatform.pause(LIMITED);
        limit.end();
        var broken = discord.script().onEverything().always().status(502);
        StormPlatform.pause(BROKEN.dividedBy(2));
        midway.take();
        StormPlatform.pause(BROKEN.dividedBy(2));
        broken.end();
        discord.line().cut();
    }

    @Override
    public List<Told> told() {
        List<Posted> posted = new ArrayList<>();
        channels.forEach(channel -> posted.addAll(discord.messages(channel)));
        List.copyOf(posted)
                .forEach(message -> message.thread().ifPresent(thread -> posted.addAll(discord.messages(thread))));
        return posted.stream()
                .map(one -> new Told(
                        Long.toString(one.channel()), one.channel() + "/" + one.id(), one.at(), one.text(), one.text()))
                .toList();
    }

    @Override
    public String remarks() {
        return discord.takeFaults().stream()
                .map(fault -> "fault: " + fault)
                .toList()
                .toString();
    }

    @Override
    public void close() {
        discord.takeFaults();
        discord.close();
    }
}

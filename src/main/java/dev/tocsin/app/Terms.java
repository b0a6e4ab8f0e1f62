package dev.tocsin.app;

import dev.tocsin.chat.discord.DiscordChat;
import dev.tocsin.chat.telegram.TelegramChat;
import dev.tocsin.config.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the config says of chat platforms, in their own terms; empty where the bot is not to connect. */
final class Terms {
    private static final int AS_DISCORD_RECOMMENDS = -1;

    private Terms() {}

    static Optional<DiscordChat.Terms> discord(Settings.Platforms platforms) {
        return platforms
                .discord()
                .map(discord -> new DiscordChat.Terms(
                        discord.token(),
                        discord.api(),
                        discord.gateway(),
                        discord.shards().orElse(AS_DISCORD_RECOMMENDS),
                        admins(platforms, DiscordChat.PLATFORM),
                        discord.guilds(),
                        discord.trialGuild()));
    }

    static Optional<TelegramChat.Terms> telegram(Settings.Platforms platforms) {
        return platforms
                .telegram()
                .map(telegram -> new TelegramChat.Terms(
                        telegram.token(), telegram.api(), admins(platforms, TelegramChat.PLATFORM)));
    }

    private static Set<String> admins(Settings.Platforms platforms, String platform) {
        return Set.copyOf(platforms.admins().getOrDefault(platform, List.of()));
    }
}

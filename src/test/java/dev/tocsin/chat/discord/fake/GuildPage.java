package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A guild as GUILD_CREATE and GET /guilds show it: with the fields that JDA cannot do without. */
final class GuildPage {
    private static final List<String> EMPTY = List.of(
            "guild_scheduled_events",
            "emojis",
            "stickers",
            "voice_states",
            "presences",
            "stage_instances",
            "soundboard_sounds");
    private static final List<String> ZERO = List.of(
            "verification_level",
            "default_message_notifications",
            "explicit_content_filter",
            "mfa_level",
            "nsfw_level",
            "premium_tier",
            "premium_subscription_count",
            "system_channel_flags");

    private GuildPage() {}

    /** What GUILD_CREATE carries. */
    static ObjectNode full(FakeWorld world, Guild guild) {
        ObjectNode page = outline(world, guild)
                .put("joined_at", "2026-01-01T00:00:00.000000+00:00")
                .put("large", false)
                .put("unavailable", false)
                .put("member_count", guild.size());
        page.putArray("members").add(guild.bot().json());
        ArrayNode channels = page.putArray("channels");
        ArrayNode threads = page.putArray("threads");
        world.channels.values().stream()
                .filter(channel -> channel.guild().filter(guild::equals).isPresent())
                .filter(channel -> !channel.isArchived())
                .forEach(channel -> (channel.isThread() ? threads : channels).add(channel.json(world.bot)));
        return page;
    }

    static ObjectNode outline(FakeWorld world, Guild guild) {
        ObjectNode page = FakeJson.object()
                .put("id", FakeJson.id(guild.id()))
                .put("name", guild.name())
                .put("owner_id", FakeJson.id(guild.owner().id()))
                .put("afk_timeout", 300)
                .put("preferred_locale", "en-US")
                .put("premium_progress_bar_enabled", false);
        page.putNull("icon").putNull("description").putNull("afk_channel_id").putNull("system_channel_id");
        EMPTY.forEach(page::putArray);
        page.putArray("features");
        ZERO.forEach(field -> page.put(field, 0));
        ArrayNode roles = page.putArray("roles");
        guild.roles().forEach(role -> roles.add(role.json(world.bot.id(), roles.size())));
        return page;
    }

    static ObjectNode absent(Guild guild) {
        return FakeJson.object().put("id", FakeJson.id(guild.id())).put("unavailable", true);
    }
}

package dev.tocsin.chat.discord;

import dev.tocsin.command.Role;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.jspecify.annotations.Nullable;

/**
 * What somebody in a server may do with the bot, by Discord's own permissions and the config. Targets are the same in all
 * servers, so whoever manages a server is an admin of the bot only in a server the bot's owner vouches for.
 */
final class Roles {
    private final Set<String> admins;
    private final Homes homes;

    /** Which servers' managers are admins. */
    interface Homes {
        boolean contains(Guild guild);
    }

    /**
     * Roles by these rules.
     *
     * @param admins ids of users and roles that are admins everywhere
     */
    Roles(Set<String> admins, Homes homes) {
        this.admins = Set.copyOf(admins);
        this.homes = homes;
    }

    /** Somebody in private is nobody in particular, and so is a member of a server that the bot itself is not in. */
    Role of(@Nullable Member member, @Nullable GuildChannel channel) {
        if (member == null || channel == null) {
            return Role.EVERYONE;
        }
        if (admins.contains(member.getId())) {
            return Role.ADMIN;
        }
        if (member.isDetached()) {
            return Role.EVERYONE;
        }
        if (member.getRoles().stream().map(ISnowflake::getId).anyMatch(admins::contains)
                || (member.hasPermission(Permission.MANAGE_SERVER) && homes.contains(channel.getGuild()))) {
            return Role.ADMIN;
        }
        return member.hasPermission(channel, Permission.MANAGE_CHANNEL)
                        || member.hasPermission(Permission.MANAGE_SERVER)
                ? Role.CHANNEL_MANAGER
                : Role.EVERYONE;
    }
}

package dev.tocsin.chat.discord;

import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.guild.GuildJoinEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Speaks to a server where something is new or amiss: once on joining, and once for each channel it may not write in. */
final class Welcome extends ListenerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    /** What notices, answers and their pictures need; asked for in the invitation. */
    static final Set<Permission> NEEDED = EnumSet.of(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.CREATE_PUBLIC_THREADS,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES,
            Permission.MESSAGE_HISTORY);

    private final Set<Long> told = ConcurrentHashMap.newKeySet();

    @Override
    public void onGuildJoin(GuildJoinEvent event) {
        Guild guild = event.getGuild();
        Message hello = Message.of(
                        Tone.INFO,
                        Line.empty()
                                .strong("Tocsin")
                                .text(" watches whether services and networks can be reached, and tells this server"
                                        + " when one stops answering and when it is back."))
                .fact("Start", Line.empty().code("/status").text(" shows what is watched and how it is"))
                .fact("Alerts", Line.empty().code("/subscribe").text(" in the channel that is to be told"))
                .fact("More", Line.empty().code("/help").text(" lists everything"));
        Set<Permission> missing = EnumSet.copyOf(NEEDED);
        missing.removeAll(guild.getSelfMember().getPermissions());
        say(guild, Optional.empty(), missing.isEmpty() ? hello : hello.fact("Missing permissions", names(missing)));
    }

    /** The bot may not write in a channel that wants its notices; told once for each, somewhere else in that server. */
    void notAllowed(GuildChannel channel, String why) {
        if (!told.add(channel.getIdLong())) {
            return;
        }
        LOG.warn(
                "notices for #{} of {} wait: {}",
                channel.getName(),
                channel.getGuild().getName(),
                why);
        say(
                channel.getGuild(),
                Optional.of(channel),
                Message.of(Tone.WARNING, "Notices for #" + channel.getName() + " wait: " + why + ".")
                        .fact("Then", Line.of("they are sent as soon as the bot may write there")));
    }

    /** It works again: the next time it does not is told again. */
    void allowed(long channel) {
        told.remove(channel);
    }

    private static void say(Guild guild, Optional<GuildChannel> butNot, Message message) {
        Sheet sheet = Sheet.of(message);
        writable(guild)
                .filter(channel -> butNot.stream().noneMatch(channel::equals))
                .findFirst()
                .ifPresentOrElse(
                        channel -> channel.sendMessage(written(channel, sheet)).queue(done -> {}, Answering::lost),
                        () -> guild.retrieveOwner()
                                .flatMap(owner -> owner.getUser().openPrivateChannel())
                                .flatMap(direct -> direct.sendMessage(Written.notice(sheet)))
                                .queue(done -> {}, Answering::lost));
    }

    private static MessageCreateData written(TextChannel channel, Sheet sheet) {
        return channel.getGuild().getSelfMember().hasPermission(channel, Permission.MESSAGE_EMBED_LINKS)
                ? Written.notice(sheet)
                : Written.plain(sheet);
    }

    /** The server's own channel for news of it first, then from the top. */
    private static Stream<TextChannel> writable(Guild guild) {
        Stream<TextChannel> own = Optional.ofNullable(guild.getSystemChannel()).stream();
        return Stream.concat(
                        own,
                        guild.getTextChannels().stream().sorted(Comparator.comparingInt(TextChannel::getPositionRaw)))
                .filter(channel ->
                        guild.getSelfMember().hasPermission(channel, Permission.VIEW_CHANNEL, Permission.MESSAGE_SEND));
    }

    private static Line names(Set<Permission> permissions) {
        return Line.of(permissions.stream().map(Permission::getName).collect(Collectors.joining(", ")));
    }
}

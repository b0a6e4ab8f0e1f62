package dev.tocsin.chat.discord;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.attribute.IPostContainer;
import net.dv8tion.jda.api.entities.channel.concrete.NewsChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.ForumPostAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A channel that the bot sees. Safe for use by many threads. */
record NearSpot(GuildChannel channel, Posts posts) implements Spot {
    private static final Logger LOG = LoggerFactory.getLogger(NearSpot.class);
    private static final Set<Permission> RICHER =
            EnumSet.of(Permission.MESSAGE_EMBED_LINKS, Permission.MESSAGE_ATTACH_FILES, Permission.MESSAGE_HISTORY);

    @Override
    public Set<Permission> lacking() {
        Set<Permission> lacking = EnumSet.copyOf(RICHER);
        try {
            lacking.removeAll(channel.getGuild().getSelfMember().getPermissions(channel));
        } catch (IllegalStateException leaving) {
            LOG.debug("what the bot may do in {} is not known now: {}", channel.getId(), leaving.toString());
            lacking.clear();
        }
        return lacking;
    }

    @Override
    public Outcome post(Letter letter) {
        return switch (channel) {
            case IPostContainer forum -> posts.open(forum, letter, () -> opened(forum, letter));
            case GuildMessageChannel texts -> Spot.outcome(() -> writing(texts, letter), sent -> posted(texts, sent));
            default ->
                new Outcome.Failed(new Trouble.NoPlace("nobody can write in a Discord channel of the kind "
                        + channel.getType().name().toLowerCase(Locale.ROOT)));
        };
    }

    private static Outcome opened(IPostContainer forum, Letter letter) {
        return Spot.outcome(
                () -> opening(forum, letter),
                post -> new Outcome.Posted(new Place(
                        post.getThreadChannel().getIdLong(), post.getMessage().getIdLong())));
    }

    private static RestAction<Message> writing(GuildMessageChannel texts, Letter letter) {
        var action = texts.sendMessage(letter.message())
                .setNonce(Nonce.of(letter.key()))
                .failOnInvalidReply(false);
        return letter.reply().isPresent()
                ? action.setMessageReference(letter.reply().getAsLong())
                : action;
    }

    /** Where posts must have a tag, the first that there is. */
    private static ForumPostAction opening(IPostContainer forum, Letter letter) {
        ForumPostAction action = forum.createForumPost(letter.title(), letter.message());
        return forum.isTagRequired() && !forum.getAvailableTags().isEmpty()
                ? action.setTags(List.of(forum.getAvailableTags().getFirst()))
                : action;
    }

    /** What follows may fail: the message is there. */
    private static Outcome posted(GuildMessageChannel texts, Message sent) {
        if (texts instanceof NewsChannel) {
            try {
                sent.crosspost().queue(done -> {}, failed -> unpublished(texts, failed));
            } catch (RuntimeException forbidden) {
                unpublished(texts, forbidden);
            }
        }
        return new Outcome.Posted(new Place(texts.getIdLong(), sent.getIdLong()));
    }

    private static void unpublished(GuildMessageChannel texts, Throwable failed) {
        LOG.info("a notice in #{} was not published to its followers: {}", texts.getName(), failed.getMessage());
    }
}

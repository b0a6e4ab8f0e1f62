package dev.tocsin.chat.discord;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.notice.ChannelRef;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.concrete.ForumChannel;
import net.dv8tion.jda.api.entities.channel.concrete.NewsChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices. Waits for Discord's answer, and for nothing else: what has to wait goes back to the outbox. Safe for use
 * by many threads.
 */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    /** JDA tries again after a gateway error for about 8 s; the outbox's lease is 2 min. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int TITLE = 100;

    private final Function<Long, @Nullable GuildChannel> channels;
    private final Welcome welcome;

    /**
     * A sender to these channels.
     *
     * @param channels by their ids; null where the bot sees none by that id now
     * @param welcome tells a server where the bot may not write and why
     */
    Sender(Function<Long, @Nullable GuildChannel> channels, Welcome welcome) {
        this.channels = channels;
        this.welcome = welcome;
    }

    DeliveryResult send(ChannelRef to, Message message, String key, Optional<Receipt> replyTo) {
        Optional<Place> answered = replyTo.flatMap(Place::parse);
        Optional<Long> id = answered.map(Place::channel).or(() -> Place.id(to.address()));
        if (id.isEmpty()) {
            return new DeliveryResult.Rejected("a Discord channel is named by its id, a number");
        }
        GuildChannel channel = channels.apply(id.get());
        if (channel == null) {
            return new DeliveryResult.Deferred(
                    Optional.of(Trouble.PAUSE), "the bot is in no server with that channel now");
        }
        Sheet sheet = Sheet.of(message);
        try {
            Receipt receipt = written(channel, sheet, key, answered);
            welcome.allowed(channel.getIdLong());
            return new DeliveryResult.Delivered(receipt);
        } catch (ExecutionException | RuntimeException failed) {
            return failed(channel, Trouble.read(failed));
        } catch (TimeoutException slow) {
            return new DeliveryResult.Uncertain("no answer from Discord in " + LONGEST.toSeconds() + " s");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return new DeliveryResult.Uncertain("the bot is stopping");
        }
    }

    /** Where Discord refuses the form, the words go out alone. */
    private Receipt written(GuildChannel channel, Sheet sheet, String key, Optional<Place> answered)
            throws ExecutionException, TimeoutException, InterruptedException {
        boolean plain = channel instanceof GuildMessageChannel
                && !channel.getGuild().getSelfMember().hasPermission(channel, Permission.MESSAGE_EMBED_LINKS);
        if (plain) {
            return posted(channel, sheet, Written.plain(sheet), key, answered);
        }
        try {
            return posted(channel, sheet, Written.notice(sheet), key, answered);
        } catch (ExecutionException | RuntimeException refused) {
            if (!(Trouble.read(refused) instanceof Trouble.Refused(String why))) {
                throw refused;
            }
            LOG.error("a fault of ours: Discord refuses the form of {}, sent in plain words: {}", key, why);
            return posted(channel, sheet, Written.plain(sheet), key, answered);
        }
    }

    private Receipt posted(
            GuildChannel channel, Sheet sheet, MessageCreateData data, String key, Optional<Place> answered)
            throws ExecutionException, TimeoutException, InterruptedException {
        return switch (channel) {
            case ForumChannel forum -> {
                String title = OutsideText.cut(title(sheet), TITLE);
                var post = await(forum.createForumPost(title, data));
                yield new Place(
                                post.getThreadChannel().getIdLong(),
                                post.getMessage().getIdLong())
                        .receipt();
            }
            case GuildMessageChannel texts -> {
                var action = texts.sendMessage(data).setNonce(Nonce.of(key)).failOnInvalidReply(false);
                var message = await(
                        answered.isPresent()
                                ? action.setMessageReference(answered.get().message())
                                : action);
                if (texts instanceof NewsChannel) {
                    message.crosspost().queue(done -> {}, failed -> LOG.debug("{} was not published", key, failed));
                }
                yield new Place(texts.getIdLong(), message.getIdLong()).receipt();
            }
            default ->
                throw new IllegalArgumentException("no messages can be sent to " + channel.getType() + " channels");
        };
    }

    private DeliveryResult failed(GuildChannel channel, Trouble trouble) {
        if (trouble instanceof Trouble.NotAllowed(String why)) {
            welcome.notAllowed(channel, why);
        }
        return trouble.result();
    }

    private static <T> T await(RestAction<T> action) throws ExecutionException, TimeoutException, InterruptedException {
        CompletableFuture<T> answer = action.submit(false);
        try {
            return answer.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw slow;
        }
    }

    private static String title(Sheet sheet) {
        return sheet.pages().getFirst().lines().findFirst().orElse("").replaceAll("\\\\(.)|\\*\\*|`", "$1");
    }
}

package dev.tocsin.chat.discord;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.ChannelRef;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices. Waits for Discord's answer, and for nothing else: what has to wait goes back to the outbox. Safe for use
 * by many threads.
 */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Session session;
    private final Limits limits;
    private final Welcome welcome;
    private final Duration doubt;
    private final Posts posts = new Posts();

    /**
     * A sender over this connection.
     *
     * @param limits hears what the connection is told to wait
     * @param doubt how long Discord has to say that a channel is no more before it is believed
     * @param welcome tells a server where the bot may not write and why
     */
    Sender(Session session, Limits limits, Welcome welcome, Duration doubt) {
        this.doubt = doubt;
        this.session = session;
        this.limits = limits;
        this.welcome = welcome;
    }

    DeliveryResult send(ChannelRef to, Message message, String key, Optional<Receipt> replyTo) {
        Optional<Long> home = Place.id(to.address());
        if (home.isEmpty()) {
            return new DeliveryResult.Rejected("a Discord channel is named by its id, a number");
        }
        Sheet sheet = Sheet.of(message);
        Optional<Place> answered = replyTo.flatMap(Place::parse);
        if (answered.isPresent()) {
            Place place = answered.get();
            DeliveryResult there = into(place.channel(), Letter.of(sheet, key, OptionalLong.of(place.message())));
            if (place.channel() == home.get() || !(there instanceof DeliveryResult.Gone)) {
                return there;
            }
        }
        return into(home.get(), Letter.of(sheet, key, OptionalLong.empty()));
    }

    private DeliveryResult into(long channel, Letter letter) {
        Optional<Duration> wait = limits.owed(channel);
        if (wait.isPresent()) {
            return new DeliveryResult.Deferred(wait, "Discord asks to wait");
        }
        return switch (session.find(channel)) {
            case Found.NotYet(String why) -> new DeliveryResult.Deferred(Optional.empty(), why);
            case Found.Unseen() -> afar(channel, letter);
            case Found.Here(GuildChannel here) -> near(here, letter);
        };
    }

    private DeliveryResult near(GuildChannel channel, Letter letter) {
        return switch (written(new NearSpot(channel, posts), letter)) {
            case Outcome.Posted(Place place) -> {
                welcome.allowed(channel.getIdLong());
                yield delivered(place);
            }
            case Outcome.Failed(Trouble.Gone gone) -> afar(channel.getIdLong(), letter);
            case Outcome.Failed(Trouble trouble) -> {
                if (trouble instanceof Trouble.NotAllowed(String why)) {
                    welcome.notAllowed(channel, why);
                }
                yield failed(trouble);
            }
        };
    }

    /** Only Discord's own word, while all of it can be seen, takes a channel for gone. */
    private DeliveryResult afar(long channel, Letter letter) {
        Optional<Found.Way> way = session.way();
        if (way.isEmpty()) {
            return new DeliveryResult.Deferred(Optional.empty(), "not connected to Discord now");
        }
        FarSpot spot = new FarSpot(way.get().jda(), channel);
        if (spot.look() instanceof Outcome.Failed(Trouble trouble)) {
            return unseen(channel, trouble, way.get().view());
        }
        return switch (written(spot, letter)) {
            case Outcome.Posted(Place place) -> delivered(place);
            case Outcome.Failed(Trouble.Gone(String why)) ->
                new DeliveryResult.Deferred(Optional.of(Trouble.PAUSE), why);
            case Outcome.Failed(Trouble trouble) -> failed(trouble);
        };
    }

    /** Nothing was sent yet. */
    private DeliveryResult unseen(long channel, Trouble trouble, Found.View view) {
        return switch (trouble) {
            case Trouble.Unknown(String why) -> new DeliveryResult.Deferred(Optional.empty(), why);
            case Trouble.Gone(String why)
            when view == Found.View.PARTIAL -> new DeliveryResult.Deferred(Optional.of(Trouble.PAUSE), why);
            case Trouble.Gone(String why) -> {
                Optional<Duration> doubted = limits.doubt(channel, doubt);
                yield doubted.isPresent() ? new DeliveryResult.Deferred(doubted, why) : failed(trouble);
            }
            default -> failed(trouble);
        };
    }

    /** Where Discord refuses the form, or more than words, the words go out alone. */
    private static Outcome written(Spot spot, Letter letter) {
        Outcome first = answering(spot, fitting(letter, spot.lacking()));
        if (!(first instanceof Outcome.Failed(Trouble trouble))) {
            return first;
        }
        return switch (trouble) {
            case Trouble.Refused(String why) -> {
                LOG.error(
                        "a fault of ours: Discord refuses the form of {}, sent in plain words: {}", letter.key(), why);
                yield answering(
                        spot, letter.withoutFiles("Discord did not take them").inWords());
            }
            case Trouble.NotAllowed denied -> {
                Outcome words = answering(
                        spot,
                        letter.withoutFiles("the bot may send nothing but words here")
                                .inWords());
                yield words instanceof Outcome.Posted ? words : first;
            }
            default -> first;
        };
    }

    /** What cannot be answered any more is followed by a message of its own. */
    private static Outcome answering(Spot spot, Letter letter) {
        Outcome first = spot.post(letter);
        return first instanceof Outcome.Failed(Trouble.NoReply reason)
                        && letter.reply().isPresent()
                ? spot.post(letter.alone())
                : first;
    }

    private static Letter fitting(Letter letter, Set<Permission> lacking) {
        Letter fitting = letter;
        if (lacking.contains(Permission.MESSAGE_ATTACH_FILES)) {
            fitting = fitting.withoutFiles("the bot may not attach files here");
        }
        if (lacking.contains(Permission.MESSAGE_HISTORY)) {
            fitting = fitting.alone();
        }
        return lacking.contains(Permission.MESSAGE_EMBED_LINKS) ? fitting.inWords() : fitting;
    }

    private DeliveryResult delivered(Place place) {
        session.accepted();
        limits.seen(place.channel());
        return new DeliveryResult.Delivered(place.receipt());
    }

    private DeliveryResult failed(Trouble trouble) {
        if (trouble instanceof Trouble.Unauthorised) {
            limits.pause(Trouble.PAUSE);
            session.refused();
        }
        return trouble.result();
    }
}

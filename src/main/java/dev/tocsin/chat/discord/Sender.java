package dev.tocsin.chat.discord;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.notice.Bell;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.engine.Outgoing;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;

/**
 * Sends notices. Waits for Discord's answer, and for nothing else: what has to wait goes back to the outbox. Safe for use
 * by many threads.
 */
final class Sender {
    private final Session session;
    private final Limits limits;
    private final Welcome welcome;
    private final Duration doubt;
    private final Posts posts = new Posts();
    private final Threads threads;

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
        this.threads = new Threads(session);
        this.limits = limits;
        this.welcome = welcome;
    }

    DeliveryResult send(ChannelRef to, Outgoing outgoing) {
        Optional<Long> home = Place.id(to.address());
        if (home.isEmpty()) {
            return new DeliveryResult.Rejected("a Discord channel is named by its id, a number");
        }
        Sheet sheet = Sheet.of(outgoing.message()).calling(outgoing.manner().mentions());
        Letter letter = Letter.of(sheet, outgoing.key(), outgoing.bell());
        boolean threaded = outgoing.manner().following() == Manner.Following.THREAD;
        return outgoing.replyTo()
                .flatMap(Place::parse)
                .flatMap(place -> following(home.get(), place, letter, threaded ? place.message() : place.channel()))
                .orElseGet(() -> first(home.get(), letter, threaded));
    }

    /** Puts this in a sent message's place. */
    DeliveryResult amend(Receipt sent, Outgoing now) {
        Optional<Place> place = Place.parse(sent);
        if (place.isEmpty()) {
            return new DeliveryResult.Rejected("no message of Discord's");
        }
        Optional<Found.Way> way = session.way();
        if (way.isEmpty()) {
            return new DeliveryResult.Deferred(Optional.empty(), "not connected to Discord now");
        }
        Optional<Duration> wait = limits.owed(place.get().channel());
        if (wait.isPresent()) {
            return new DeliveryResult.Deferred(wait, "Discord asks to wait");
        }
        Letter letter = Letter.of(Sheet.of(now.message()).keepingFiles(), now.key(), Bell.RINGS);
        long channel = place.get().channel();
        FarSpot spot = new FarSpot(way.get().jda(), channel);
        return switch (Writing.edited(
                spot, Writing.fitting(letter, lacking(channel)), place.get().message())) {
            case Outcome.Posted ignored -> new DeliveryResult.Delivered(sent);
            case Outcome.Failed(Trouble.NoReply(String why)) -> new DeliveryResult.Rejected(why);
            case Outcome.Failed(Trouble.Gone gone) ->
                noMore(unseen(channel, gone, way.get().view()));
            case Outcome.Failed(Trouble trouble) -> failed(trouble);
        };
    }

    /** With the channel the message is gone. */
    private static DeliveryResult noMore(DeliveryResult result) {
        return result instanceof DeliveryResult.Gone(String why) ? new DeliveryResult.Rejected(why) : result;
    }

    private Set<Permission> lacking(long channel) {
        return session.find(channel) instanceof Found.Here(GuildChannel here)
                ? new NearSpot(here, posts).lacking()
                : Set.of();
    }

    /** A new message in the channel, and its thread. */
    private DeliveryResult first(long home, Letter letter, boolean threaded) {
        DeliveryResult result = into(home, letter);
        if (threaded && result instanceof DeliveryResult.Delivered(Receipt receipt)) {
            Place.parse(receipt)
                    .filter(place -> place.channel() == home)
                    .ifPresent(place -> threads.of(place, letter.title()));
        }
        return result;
    }

    /** What follows a message; nothing where its place is no more, so that it goes to the channel by itself. */
    private Optional<DeliveryResult> following(long home, Place answered, Letter letter, long place) {
        if (place == answered.message() && place != answered.channel()) {
            Optional<DeliveryResult> there = threads.of(answered, letter.title())
                    .map(thread -> into(thread, letter))
                    .filter(result -> !(result instanceof DeliveryResult.Gone));
            if (there.isPresent()) {
                return there;
            }
        }
        DeliveryResult there = into(answered.channel(), letter.answering(answered.message()));
        return answered.channel() == home || !(there instanceof DeliveryResult.Gone)
                ? Optional.of(there)
                : Optional.empty();
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
        return switch (Writing.written(new NearSpot(channel, posts), letter)) {
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
        return switch (Writing.written(spot, letter)) {
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

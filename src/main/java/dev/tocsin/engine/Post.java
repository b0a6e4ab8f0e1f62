package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.delivery.RetryPlan;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Decision;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts deliveries into words, hands them to the platform, and says what became of them. Safe for use by many threads. */
final class Post {
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private final List<Channel> platforms;
    private final Wording wording;
    private final Timepiece time;
    private final Receipts receipts;
    private final Silences silences;
    private final Manners manners;
    private final Consumer<Event> intake;

    Post(Fittings fittings, Timepiece time, Receipts receipts, Terms terms, Consumer<Event> intake) {
        this.platforms = fittings.channels();
        this.wording = fittings.wording();
        this.time = time;
        this.receipts = receipts;
        this.silences = terms.silences();
        this.manners = terms.manners();
        this.intake = intake;
    }

    /** What decides, when something is sent, whether and how. */
    record Terms(Silences silences, Manners manners) {}

    Timepiece time() {
        return time;
    }

    Receipts receipts() {
        return receipts;
    }

    /**
     * Why a notice of an outage is not to be sent any more: a mute began while it waited. One that may have arrived is
     * sent all the same, since its end must follow. Once held, the incident counts as untold in the channel.
     */
    Optional<Decision.Hold> muted(Delivery delivery) {
        if (!tellsOfOutage(delivery) || mayHaveArrived(delivery)) {
            return Optional.empty();
        }
        Optional<Decision.Hold> hold = silences.over(delivery.notice(), time.now());
        hold.ifPresent(ignored -> leaveUntold(delivery));
        return hold;
    }

    /** One message for all of them, each in its new state. A pending one has not been sent. */
    List<Delivery> send(ChannelRef to, List<Delivery> together, Optional<Receipt> replyTo) {
        Instant now = time.now();
        List<Notice> notices = together.stream().map(Delivery::notice).toList();
        Message message = notices.size() == 1 ? wording.one(notices.getFirst(), now) : wording.many(notices, now);
        Outgoing outgoing =
                new Outgoing(message, together.getFirst().key(), replyTo, manner(to, together), Manners.bell(notices));
        DeliveryResult result = hand(to, outgoing);
        return settled(to, together, result, time.now());
    }

    /**
     * Puts what is so now in the message's place. Where it is no more and nothing else would tell how things went on, a
     * new one is sent.
     */
    DeliveryResult amend(Outdated outdated) {
        Optional<Channel> platform =
                platform(outdated.channel()).filter(one -> one.editing() == Channel.Editing.POSSIBLE);
        if (platform.isEmpty()) {
            return new DeliveryResult.Rejected("messages cannot be changed there");
        }
        Manner manner = manners.of(outdated.channel(), outdated.current()).quiet();
        Outgoing now = new Outgoing(
                wording.current(outdated.current()),
                outdated.key(),
                Optional.empty(),
                manner,
                Manners.bell(outdated.current()));
        DeliveryResult result = platform.get().amend(outdated.channel(), outdated.receipt(), now);
        return result instanceof DeliveryResult.Rejected && manner.following() == Manner.Following.EDIT
                ? platform.get().send(outdated.channel(), now)
                : result;
    }

    /** Whether the channel has what follows an outage shown in the outage's own message. */
    Manner.Following following(ChannelRef to, Delivery delivery) {
        Manner.Following wanted = manners.of(to, List.of(delivery.notice())).following();
        boolean possible = platform(to).map(Channel::editing).equals(Optional.of(Channel.Editing.POSSIBLE));
        return wanted == Manner.Following.EDIT && !possible ? Manner.Following.REPLY : wanted;
    }

    private Manner manner(ChannelRef to, List<Delivery> together) {
        Manner manner = manners.of(to, together.stream().map(Delivery::notice).toList());
        return together.stream().anyMatch(Post::tellsOfOutage) ? manner : manner.quiet();
    }

    private Optional<Channel> platform(ChannelRef to) {
        return platforms.stream()
                .filter(one -> one.platform().equals(to.platform()))
                .findFirst();
    }

    private List<Delivery> settled(ChannelRef to, List<Delivery> together, DeliveryResult result, Instant now) {
        return switch (result) {
            case DeliveryResult.Delivered(Receipt receipt) -> {
                together.forEach(one -> remember(one, receipt));
                yield together.stream()
                        .map(one -> one.with(new DeliveryState.Delivered(receipt, now, attempts(one) + 1)))
                        .toList();
            }
            case DeliveryResult.Deferred(Optional<Duration> retryAfter, String why) ->
                later(together, retryAfter, why, now);
            case DeliveryResult.Paced(Duration turn) ->
                together.stream().map(one -> untried(one, now.plus(turn))).toList();
            case DeliveryResult.Uncertain(String why) ->
                later(together.stream().map(Post::perhapsArrived).toList(), Optional.empty(), why, now);
            case DeliveryResult.Rejected(String why) -> {
                LOG.warn(
                        "{} refused {} for good ({} in one message): {}",
                        to,
                        together.getFirst().notice().key(),
                        together.size(),
                        why);
                together.forEach(this::leaveUntold);
                yield together.stream()
                        .map(one -> one.with(new DeliveryState.Rejected(why, now)))
                        .toList();
            }
            case DeliveryResult.Gone(String why) -> {
                if (!together.stream().allMatch(Post::tellsOfLostChannel)) {
                    intake.accept(new Event.Vanished(to, why));
                }
                together.forEach(this::leaveUntold);
                yield together.stream()
                        .map(one -> one.with(new DeliveryState.Rejected(why, now)))
                        .toList();
            }
            case DeliveryResult.Moved(ChannelRef next) -> {
                LOG.info("{} moved to {}", to, next);
                intake.accept(new Event.Relocated(to, next));
                yield together;
            }
        };
    }

    private DeliveryResult hand(ChannelRef to, Outgoing outgoing) {
        Optional<Channel> platform = platform(to);
        if (platform.isEmpty()) {
            return new DeliveryResult.Deferred(
                    Optional.empty(), "no chat platform called " + to.platform() + " is set up");
        }
        try {
            return platform.get().send(to, outgoing);
        } catch (RuntimeException bug) {
            LOG.error("sending {} to {} failed with a fault of ours", outgoing.key(), to, bug);
            return new DeliveryResult.Uncertain("an internal error: " + bug);
        }
    }

    private void remember(Delivery delivered, Receipt receipt) {
        if (tellsOfOutage(delivered)) {
            receipts.note(delivered.notice().about().orElseThrow(), delivered.channel(), receipt);
        }
    }

    private void leaveUntold(Delivery notTold) {
        if (tellsOfOutage(notTold)) {
            receipts.leaveUntold(notTold.notice().about().orElseThrow(), notTold.channel());
        }
    }

    /** Two channels that are both gone would else tell each other of it for ever. */
    private static boolean tellsOfLostChannel(Delivery delivery) {
        return delivery.notice() instanceof Notice.Trouble trouble
                && trouble.topic().equals(Notice.Trouble.CHANNEL);
    }

    private static boolean tellsOfOutage(Delivery delivery) {
        return delivery.notice() instanceof Notice.Outage || delivery.notice() instanceof Notice.StillDown;
    }

    private static List<Delivery> later(List<Delivery> all, Optional<Duration> retryAfter, String why, Instant now) {
        return all.stream()
                .map(one -> {
                    int attempts = attempts(one) + 1;
                    Instant next = RetryPlan.STANDARD.next(attempts, retryAfter, now);
                    return one.with(new DeliveryState.Pending(attempts, next, why, arrival(one)));
                })
                .toList();
    }

    /** As it was, and due then. */
    private static Delivery untried(Delivery delivery, Instant turn) {
        return delivery.with(
                delivery.state() instanceof DeliveryState.Pending pending
                        ? pending.at(turn)
                        : DeliveryState.Pending.untried(turn));
    }

    private static Delivery perhapsArrived(Delivery delivery) {
        return delivery.state() instanceof DeliveryState.Pending pending
                ? delivery.with(pending.perhapsArrived())
                : delivery;
    }

    private static boolean mayHaveArrived(Delivery delivery) {
        return arrival(delivery) == DeliveryState.Arrival.POSSIBLE;
    }

    private static DeliveryState.Arrival arrival(Delivery delivery) {
        return delivery.state() instanceof DeliveryState.Pending pending
                ? pending.arrival()
                : DeliveryState.Arrival.NONE;
    }

    private static int attempts(Delivery delivery) {
        return delivery.state() instanceof DeliveryState.Pending pending ? pending.attempts() : 0;
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.delivery.RetryPlan;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Decision;
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
    private final Consumer<Event> intake;

    Post(Fittings fittings, Timepiece time, Receipts receipts, Silences silences, Consumer<Event> intake) {
        this.platforms = fittings.channels();
        this.wording = fittings.wording();
        this.time = time;
        this.receipts = receipts;
        this.silences = silences;
        this.intake = intake;
    }

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
        Message message = together.size() == 1
                ? wording.one(together.getFirst().notice(), now)
                : wording.many(together.stream().map(Delivery::notice).toList(), now);
        DeliveryResult result = hand(to, message, together.getFirst().key(), replyTo);
        return settled(to, together, result, time.now());
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
                intake.accept(new Event.Vanished(to, why));
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

    private DeliveryResult hand(ChannelRef to, Message message, String key, Optional<Receipt> replyTo) {
        Optional<Channel> platform = platforms.stream()
                .filter(one -> one.platform().equals(to.platform()))
                .findFirst();
        if (platform.isEmpty()) {
            return new DeliveryResult.Deferred(
                    Optional.empty(), "no chat platform called " + to.platform() + " is set up");
        }
        try {
            return platform.get().send(to, message, key, replyTo);
        } catch (RuntimeException bug) {
            LOG.error("sending {} to {} failed with a fault of ours", key, to, bug);
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

package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.delivery.RetryPlan;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Notice;
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
    private final Consumer<Event> intake;

    Post(Fittings fittings, Timepiece time, Receipts receipts, Consumer<Event> intake) {
        this.platforms = fittings.channels();
        this.wording = fittings.wording();
        this.time = time;
        this.receipts = receipts;
        this.intake = intake;
    }

    Timepiece time() {
        return time;
    }

    Receipts receipts() {
        return receipts;
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
            case DeliveryResult.Deferred deferred ->
                together.stream().map(one -> later(one, deferred, now)).toList();
            case DeliveryResult.Rejected(String why) -> {
                LOG.warn(
                        "{} refused {} for good ({} in one message): {}",
                        to,
                        together.getFirst().notice().key(),
                        together.size(),
                        why);
                together.forEach(this::rememberRefusal);
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
            return new DeliveryResult.Deferred(Optional.empty(), "an internal error: " + bug);
        }
    }

    private void remember(Delivery delivered, Receipt receipt) {
        if (tellsOfOutage(delivered)) {
            receipts.note(delivered.notice().about().orElseThrow(), delivered.channel(), receipt);
        }
    }

    private void rememberRefusal(Delivery refused) {
        if (tellsOfOutage(refused)) {
            receipts.refuse(refused.notice().about().orElseThrow(), refused.channel());
        }
    }

    private static boolean tellsOfOutage(Delivery delivery) {
        return delivery.notice() instanceof Notice.Outage || delivery.notice() instanceof Notice.StillDown;
    }

    private static Delivery later(Delivery delivery, DeliveryResult.Deferred deferred, Instant now) {
        int attempts = attempts(delivery) + 1;
        Instant next = RetryPlan.STANDARD.next(attempts, deferred.retryAfter(), now);
        return delivery.with(new DeliveryState.Pending(attempts, next, deferred.why()));
    }

    private static int attempts(Delivery delivery) {
        return delivery.state() instanceof DeliveryState.Pending pending ? pending.attempts() : 0;
    }
}

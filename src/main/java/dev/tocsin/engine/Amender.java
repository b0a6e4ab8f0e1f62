package dev.tocsin.engine;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.delivery.RetryPlan;
import dev.tocsin.core.notice.ChannelRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps messages that told of outages true: edits them once what they tell of has changed, however long that takes. An
 * edit may be made twice and no harm is done. One thread calls {@link #round}.
 */
final class Amender {
    private static final Logger LOG = LoggerFactory.getLogger(Amender.class);

    /** What a channel waits for after an edit that failed. */
    private record Pause(int failures, Instant until) {}

    private final Outbox outbox;
    private final Post post;
    private final StoreHealth health;
    private final ExecutorService executor;
    private final Set<ChannelRef> busy = ConcurrentHashMap.newKeySet();
    private final Map<ChannelRef, Pause> pauses = new ConcurrentHashMap<>();

    Amender(Outbox outbox, Post post, StoreHealth health, ExecutorService executor) {
        this.outbox = outbox;
        this.post = post;
        this.health = health;
        this.executor = executor;
    }

    /** Edits what is outdated, one message at a time in each channel; none waits for another channel's. */
    void round() {
        if (health.trouble().isPresent()) {
            return;
        }
        Set<ChannelRef> all;
        try {
            all = outbox.outdated();
        } catch (StoreUnavailable trouble) {
            return;
        }
        all.stream().filter(this::isDue).forEach(this::begin);
    }

    /** Those channels can be reached again. */
    void hasten(Predicate<ChannelRef> channels) {
        pauses.keySet().removeIf(channels);
    }

    private boolean isDue(ChannelRef channel) {
        Pause pause = pauses.get(channel);
        return pause == null || !pause.until().isAfter(post.time().now());
    }

    private void begin(ChannelRef channel) {
        if (!busy.add(channel)) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    edit(channel);
                } finally {
                    busy.remove(channel);
                }
            });
        } catch (RejectedExecutionException closing) {
            busy.remove(channel);
        }
    }

    /** What is to be shown is read while nothing else edits there, so that no older state is put over a newer one. */
    private void edit(ChannelRef channel) {
        try {
            outbox.firstOutdated(channel).ifPresent(message -> settle(message, post.amend(message)));
        } catch (StoreUnavailable trouble) {
            // It stays outdated, and is edited again.
        } catch (RuntimeException bug) {
            LOG.error("editing a message in {} failed with a fault of ours", channel, bug);
            pause(channel, Optional.empty());
        }
    }

    private void settle(Outdated message, DeliveryResult result) {
        switch (result) {
            case DeliveryResult.Delivered(Receipt now) -> done(message, now);
            case DeliveryResult.Deferred(Optional<Duration> retryAfter, String ignored) ->
                pause(message.channel(), retryAfter);
            case DeliveryResult.Paced(Duration turn) -> await(message.channel(), turn);
            case DeliveryResult.Uncertain ignored -> pause(message.channel(), Optional.empty());
            case DeliveryResult.Moved ignored -> pause(message.channel(), Optional.empty());
            case DeliveryResult.Rejected(String why) -> {
                LOG.debug("{} in {} stays as it is: {}", message.receipt(), message.channel(), why);
                done(message, message.receipt());
            }
            case DeliveryResult.Gone ignored -> done(message, message.receipt());
        }
    }

    private void done(Outdated message, Receipt now) {
        pauses.remove(message.channel());
        outbox.refreshed(message, now);
    }

    private void await(ChannelRef channel, Duration turn) {
        Instant then = post.time().now().plus(turn);
        pauses.compute(channel, (ignored, before) -> new Pause(before == null ? 0 : before.failures(), then));
    }

    private void pause(ChannelRef channel, Optional<Duration> retryAfter) {
        pauses.compute(channel, (ignored, before) -> {
            int failures = before == null ? 1 : before.failures() + 1;
            return new Pause(
                    failures,
                    RetryPlan.STANDARD.next(failures, retryAfter, post.time().now()));
        });
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The deliveries that wait. Safe for use by many threads; every call may throw {@link StoreUnavailable}. */
public interface Outbox {
    /** Channels with anything pending, due or not, leased or not. */
    Set<ChannelRef> waiting();

    /**
     * Takes what waits for a channel, in order, provided that its first pending delivery is due and that nobody else
     * holds a lease on any of the channel's deliveries; otherwise takes nothing.
     *
     * @param most the most deliveries to take, at least 1
     * @param lease for how long nobody else may take them
     */
    List<Delivery> claim(ChannelRef channel, int most, Instant now, Duration lease);

    /**
     * Writes what became of deliveries that were claimed here, all or none, and gives up their leases. A {@link
     * DeliveryState.Pending} puts one back.
     */
    void settle(List<Delivery> settled);

    /** The first message that told this channel of the incident, where one was delivered: what later ones answer. */
    Optional<Receipt> firstReceipt(IncidentId incident, ChannelRef channel);

    /** Whether nothing that was sent told the channel of the incident, as far as can be known here. */
    default boolean isUntold(IncidentId incident, ChannelRef channel) {
        return firstReceipt(incident, channel).isEmpty();
    }

    /**
     * Channels can be reached again: makes what waits for them after an attempt, and was put off for longer, due at this
     * instant. What was not tried yet still waits for others of its event.
     */
    void hasten(Set<ChannelRef> channels, Instant due);

    /**
     * Where messages told of outages which have changed since. An outbox that keeps none is right too: what it sent stays as
     * it was.
     */
    default Set<ChannelRef> outdated() {
        return Set.of();
    }

    /** The oldest such message of the channel, with what is so now. */
    default Optional<Outdated> firstOutdated(ChannelRef channel) {
        return Optional.empty();
    }

    /**
     * The message tells what was so when it was found outdated; what has changed since makes it outdated again.
     *
     * @param now what the platform calls the message in its place; often the same receipt
     */
    default void refreshed(Outdated message, Receipt now) {}

    /** Whether what it sent is edited later, once {@link #outdated}. */
    default Channel.Editing editing() {
        return Channel.Editing.IMPOSSIBLE;
    }

    /** All deliveries that wait, in order. */
    List<Delivery> pending();

    /** Deliveries that wait, over all channels. */
    long backlog();
}

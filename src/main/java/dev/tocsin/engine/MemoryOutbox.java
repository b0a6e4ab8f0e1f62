package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The deliveries that the store could not take yet, sent from here meanwhile. Safe for use by many threads. */
final class MemoryOutbox implements Outbox {
    private final Map<Long, Delivery> deliveries = new TreeMap<>();
    private final Set<Long> leased = new HashSet<>();
    private final Receipts receipts;
    private final Ahead ahead;
    private boolean frozen;

    MemoryOutbox(Receipts receipts, Ahead ahead) {
        this.receipts = receipts;
        this.ahead = ahead;
    }

    /** What waits in the store and is to be told before what waits here. */
    Ahead ahead() {
        return ahead;
    }

    synchronized void add(Collection<Delivery> more) {
        more.forEach(delivery -> deliveries.put(delivery.number(), delivery));
    }

    /** Stops claims, provided that nothing claimed is under way; only then may the content be moved to the store. */
    synchronized boolean freeze() {
        frozen = true;
        return leased.isEmpty();
    }

    synchronized void thaw() {
        frozen = false;
    }

    /** Everything is in the store now. */
    synchronized void clear() {
        deliveries.clear();
        frozen = false;
    }

    /** One change is in the store now. */
    synchronized void drop(Change change) {
        if (change instanceof Change.DeliveryAdded added) {
            deliveries.remove(added.delivery().number());
        }
    }

    /** The delivery in its present state. */
    synchronized Delivery asItStands(Delivery delivery) {
        return deliveries.getOrDefault(delivery.number(), delivery);
    }

    @Override
    public synchronized Set<ChannelRef> waiting() {
        return deliveries.values().stream()
                .filter(MemoryOutbox::isPending)
                .map(Delivery::channel)
                .collect(Collectors.toSet());
    }

    @Override
    public synchronized List<Delivery> claim(ChannelRef channel, int most, Instant now, Duration lease) {
        List<Delivery> pending = deliveries.values().stream()
                .filter(delivery -> delivery.channel().equals(channel) && isPending(delivery))
                .toList();
        if (frozen || pending.isEmpty() || pending.stream().anyMatch(one -> leased.contains(one.number()))) {
            return List.of();
        }
        if (((DeliveryState.Pending) pending.getFirst().state()).due().isAfter(now)) {
            return List.of();
        }
        List<Delivery> claimed = pending.subList(0, Math.min(most, pending.size()));
        claimed.forEach(delivery -> leased.add(delivery.number()));
        return List.copyOf(claimed);
    }

    @Override
    public synchronized void settle(List<Delivery> settled) {
        settled.forEach(delivery -> {
            leased.remove(delivery.number());
            deliveries.put(delivery.number(), delivery);
        });
    }

    @Override
    public synchronized void hasten(Set<ChannelRef> channels, Instant due) {
        deliveries.replaceAll((number, delivery) -> channels.contains(delivery.channel())
                        && delivery.state() instanceof DeliveryState.Pending pending
                        && pending.isTried()
                        && pending.due().isAfter(due)
                ? delivery.with(pending.at(due))
                : delivery);
    }

    @Override
    public Optional<Receipt> firstReceipt(IncidentId incident, ChannelRef channel) {
        return receipts.find(incident, channel);
    }

    /** Ends come here for channels that were to be told, so one was not only where that is known. */
    @Override
    public boolean isUntold(IncidentId incident, ChannelRef channel) {
        return receipts.isUntold(incident, channel);
    }

    @Override
    public synchronized List<Delivery> pending() {
        return deliveries.values().stream().filter(MemoryOutbox::isPending).toList();
    }

    /** Whether an earlier notice about the same incident still waits here for the same channel. */
    synchronized boolean precedes(Delivery delivery) {
        return deliveries.values().stream()
                .filter(MemoryOutbox::isPending)
                .anyMatch(one -> Ahead.isEarlier(one, delivery));
    }

    @Override
    public synchronized long backlog() {
        return deliveries.values().stream().filter(MemoryOutbox::isPending).count();
    }

    private static boolean isPending(Delivery delivery) {
        return delivery.state() instanceof DeliveryState.Pending;
    }
}

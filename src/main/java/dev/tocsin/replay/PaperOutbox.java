package dev.tocsin.replay;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.engine.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Deliveries that wait in memory, served as a store would. Used by one thread, so there are no leases. */
final class PaperOutbox implements Outbox {
    private record Place(IncidentId incident, ChannelRef channel) {}

    private final Map<Long, Delivery> waiting = new TreeMap<>();
    private final Map<Place, Receipt> first = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    /** One whose key is known is left as it is. */
    void add(Delivery delivery) {
        if (known.add(delivery.key()) && delivery.state() instanceof DeliveryState.Pending) {
            waiting.put(delivery.number(), delivery);
        }
    }

    @Override
    public Set<ChannelRef> waiting() {
        return waiting.values().stream().map(Delivery::channel).collect(Collectors.toSet());
    }

    @Override
    public List<Delivery> claim(ChannelRef channel, int most, Instant now, Duration lease) {
        List<Delivery> pending = waiting.values().stream()
                .filter(one -> one.channel().equals(channel))
                .limit(most)
                .toList();
        return pending.isEmpty() || due(pending.getFirst()).isAfter(now) ? List.of() : pending;
    }

    @Override
    public void settle(List<Delivery> settled) {
        for (Delivery one : settled) {
            if (one.state() instanceof DeliveryState.Pending) {
                waiting.put(one.number(), one);
                continue;
            }
            waiting.remove(one.number());
            boolean outage = one.notice() instanceof Notice.Outage || one.notice() instanceof Notice.StillDown;
            if (outage && one.state() instanceof DeliveryState.Delivered(Receipt receipt, var at, var attempts)) {
                first.putIfAbsent(new Place(one.notice().about().orElseThrow(), one.channel()), receipt);
            }
        }
    }

    @Override
    public Optional<Receipt> firstReceipt(IncidentId incident, ChannelRef channel) {
        return Optional.ofNullable(first.get(new Place(incident, channel)));
    }

    /** No platform is ever away here. */
    @Override
    public void hasten(Set<ChannelRef> channels, Instant due) {}

    @Override
    public List<Delivery> pending() {
        return List.copyOf(waiting.values());
    }

    @Override
    public long backlog() {
        return waiting.size();
    }

    private static Instant due(Delivery delivery) {
        return ((DeliveryState.Pending) delivery.state()).due();
    }
}

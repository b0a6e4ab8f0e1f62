package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.notice.ChannelRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What waits in the store about incidents, as far as it matters to what waits in memory: notices about one incident are
 * told in order, and the store may be unable to say what it holds. Safe for use by many threads.
 */
final class Ahead {
    private final Map<Long, Delivery> waiting = new HashMap<>();

    Ahead(Collection<Delivery> inStore) {
        note(inStore);
    }

    /** To be called before these are written, lest one be sent before it is noted. */
    synchronized void note(Collection<Delivery> deliveries) {
        deliveries.stream()
                .filter(one -> one.state() instanceof DeliveryState.Pending)
                .filter(one -> one.notice().about().isPresent())
                .forEach(one -> waiting.put(one.number(), one));
    }

    /** These were not written after all. */
    synchronized void drop(Collection<Delivery> deliveries) {
        deliveries.forEach(one -> waiting.remove(one.number()));
    }

    /** What became of some of them, whether or not the store knows it yet. */
    synchronized void settle(Collection<Delivery> deliveries) {
        deliveries.stream()
                .filter(one -> !(one.state() instanceof DeliveryState.Pending))
                .forEach(one -> waiting.remove(one.number()));
    }

    synchronized void move(ChannelRef from, ChannelRef to) {
        waiting.replaceAll((number, one) -> one.channel().equals(from) ? one.to(to) : one);
    }

    /** Whether an earlier notice about the same incident still waits in the store for the same channel. */
    synchronized boolean precedes(Delivery delivery) {
        return waiting.values().stream().anyMatch(one -> isEarlier(one, delivery));
    }

    /** Whether both are about one incident in one channel, and the first arose before the second. */
    static boolean isEarlier(Delivery first, Delivery second) {
        return first.number() < second.number()
                && first.channel().equals(second.channel())
                && first.notice().about().isPresent()
                && first.notice().about().equals(second.notice().about());
    }
}

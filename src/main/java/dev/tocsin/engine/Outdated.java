package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Notice;
import java.util.List;
import java.util.Map;

/**
 * A message whose outages have changed since it was sent or last edited.
 *
 * @param told everything it told, in order; at least one
 * @param current the same notices, each incident as it is now
 * @param changes by the number of the delivery, how many changes of its incident this takes in
 */
public record Outdated(
        ChannelRef channel, Receipt receipt, List<Delivery> told, List<Notice> current, Map<Long, Long> changes) {
    public Outdated {
        told = List.copyOf(told);
        current = List.copyOf(current);
        changes = Map.copyOf(changes);
    }

    /** The same for the same message with the same changes. */
    String key() {
        return told.getFirst().key() + "/"
                + changes.values().stream().mapToLong(Long::longValue).sum();
    }
}

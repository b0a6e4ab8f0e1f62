package dev.tocsin.engine;

import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first message about each incident in each channel, as far as this process has sent it, and where it was
 * not told after all; what is known when the store cannot be asked. The oldest are forgotten. Safe for use by many threads.
 */
final class Receipts {
    private static final int MOST = 50_000;

    private record Place(IncidentId incident, ChannelRef channel) {}

    private final Map<Place, Receipt> first = new LinkedHashMap<>();
    private final Set<Place> untold = new LinkedHashSet<>();

    synchronized void note(IncidentId incident, ChannelRef channel, Receipt receipt) {
        first.putIfAbsent(new Place(incident, channel), receipt);
        if (first.size() > MOST) {
            first.remove(first.keySet().iterator().next());
        }
    }

    /** What was to tell the channel of the incident was refused by the platform, or held back. */
    synchronized void leaveUntold(IncidentId incident, ChannelRef channel) {
        untold.add(new Place(incident, channel));
        if (untold.size() > MOST) {
            untold.remove(untold.iterator().next());
        }
    }

    /** Whether the channel was to be told, and nothing told it. */
    synchronized boolean isUntold(IncidentId incident, ChannelRef channel) {
        Place place = new Place(incident, channel);
        return untold.contains(place) && !first.containsKey(place);
    }

    synchronized Optional<Receipt> find(IncidentId incident, ChannelRef channel) {
        return Optional.ofNullable(first.get(new Place(incident, channel)));
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The first message about each incident in each channel, as far as this process has sent it; what is known when the
 * store cannot be asked. The oldest are forgotten. Safe for use by many threads.
 */
final class Receipts {
    private static final int MOST = 50_000;

    private record Place(IncidentId incident, ChannelRef channel) {}

    private final Map<Place, Receipt> first = new LinkedHashMap<>();

    synchronized void note(IncidentId incident, ChannelRef channel, Receipt receipt) {
        first.putIfAbsent(new Place(incident, channel), receipt);
        if (first.size() > MOST) {
            first.remove(first.keySet().iterator().next());
        }
    }

    synchronized Optional<Receipt> find(IncidentId incident, ChannelRef channel) {
        return Optional.ofNullable(first.get(new Place(incident, channel)));
    }
}

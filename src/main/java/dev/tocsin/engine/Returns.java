package dev.tocsin.engine;

import dev.tocsin.core.detect.Cover;
import dev.tocsin.core.detect.Restoration;
import dev.tocsin.core.incident.Extent;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a network's incident goes on and ends: it is told when much more of the network fails, and ends at once when every
 * target of it answers again, or when nearly all have for a while; what still fails then goes on as its own. Used by the
 * intake alone.
 */
final class Returns {
    /** Nearly all of it, in percent. */
    static final int NEARLY = 95;

    /** So little of the network, in percent, is no disruption of it any more, however little more was down. */
    static final int LITTLE = 10;

    static final Duration STEADY = Duration.ofMinutes(10);
    /** A return of this share is told, in percent, unless all of it follows soon. */
    static final int RETURNING = 20;

    /** So much more of the network than was told, in percent, is told, once it has lasted. */
    static final int WIDER = 20;

    static final Duration SETTLED = Duration.ofSeconds(30);

    static final Duration SOON = Duration.ofMinutes(3);

    private final Books books;
    private final Routing routing;
    private final Groupings groupings;
    private final Map<IncidentId, Instant> back = new HashMap<>();
    private final Map<IncidentId, Instant> nearly = new HashMap<>();
    private final Map<IncidentId, Instant> wider = new HashMap<>();

    Returns(Books books, Routing routing, Groupings groupings) {
        this.books = books;
        this.routing = routing;
        this.groupings = groupings;
    }

    /**
     * What is told of the incident now.
     *
     * @param parts open incidents of its targets
     */
    List<Change> told(Incident incident, Collection<Incident> parts, Instant now) {
        Extent extent = incident.extent().orElseThrow();
        if (parts.isEmpty()) {
            return over(incident, parts, now);
        }
        since(nearly, incident.id(), isNearly(extent), now);
        since(back, incident.id(), extent.back() * 100 >= extent.most() * RETURNING, now);
        if (lasts(nearly, incident.id(), STEADY, now)) {
            return over(incident, parts, now);
        }
        since(wider, incident.id(), isWider(extent), now);
        if (lasts(wider, incident.id(), SETTLED, now)) {
            wider.remove(incident.id());
            return update(incident.with(extent.toldAll()), new Notice.Widened(incident, extent.most(), now), now);
        }
        if (extent.returning().isEmpty() && lasts(back, incident.id(), SOON, now)) {
            Incident told = incident.with(extent.told(now));
            return update(told, new Notice.Returning(told, now), now);
        }
        return List.of();
    }

    private List<Change> update(Incident told, Notice notice, Instant now) {
        List<Change> changes = new ArrayList<>(List.of(new Change.IncidentWritten(told)));
        changes.addAll(routing.direct(notice, books.told(told.id()), now.plus(Gathering.LEAST)));
        return changes;
    }

    /** A network of which all was told to fail does not fail more. */
    private static boolean isWider(Extent extent) {
        return extent.told() * 100 < extent.known() * Extent.WHOLE
                && (extent.most() - extent.told()) * 100 >= extent.known() * WIDER;
    }

    private static boolean isNearly(Extent extent) {
        return extent.back() * 100 >= extent.most() * NEARLY || extent.down() * 100 <= extent.known() * LITTLE;
    }

    private List<Change> over(Incident incident, Collection<Incident> parts, Instant now) {
        back.remove(incident.id());
        wider.remove(incident.id());
        nearly.remove(incident.id());
        groupings.thaw(((Subject.OfNetwork) incident.subject()).key());
        Incident over = incident.with(books.lastPart(incident.id())
                .map(state -> ended(state, now))
                .orElseGet(() ->
                        new Incident.State.Restored(new Restoration(Optional.empty(), now, Cover.UNWATCHED), now)));
        Notice notice = over.state() instanceof Incident.State.Withdrawn
                ? new Notice.Withdrawn(over, now)
                : new Notice.Restored(over, now);
        List<Change> changes = new ArrayList<>(routing.conclude(notice, over, now));
        changes.add(new Change.IncidentWritten(over));
        for (Incident part : parts) {
            Incident apart = part.apart();
            changes.add(new Change.IncidentWritten(apart));
            changes.addAll(routing.announce(
                    Notice.StillDown.withoutNetwork(apart, incident.id(), now), apart, books.mutes(), now));
        }
        return changes;
    }

    /** The end of the last part is the end of the whole. */
    private static Incident.State ended(Incident.State part, Instant now) {
        return part instanceof Incident.State.Restored restored
                ? new Incident.State.Restored(restored.restoration(), now)
                : part;
    }

    private static void since(Map<IncidentId, Instant> map, IncidentId id, boolean holds, Instant now) {
        if (holds) {
            map.putIfAbsent(id, now);
        } else {
            map.remove(id);
        }
    }

    private static boolean lasts(Map<IncidentId, Instant> map, IncidentId id, Duration least, Instant now) {
        Instant since = map.get(id);
        return since != null && Outbreaks.since(since, now).compareTo(least) >= 0;
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Decision;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.notice.NoticePolicy;
import dev.tocsin.core.notice.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which channels a notice goes to. Used by the intake alone. */
final class Routing {
    private final Books books;
    private final Gathering gathering;

    Routing(Books books) {
        this.books = books;
        this.gathering = new Gathering(books.watch());
    }

    /** An outage, or its lasting, to every channel that subscribed to it; kept back where a mute says so. */
    List<Change> announce(Notice notice, Incident incident, Collection<Mute> mutes, Instant now) {
        Decision decision = decide(incident, mutes, now);
        Instant due = now.plus(gathering.of(notice, now));
        return subscribed(incident.subject()).stream()
                .map(channel -> switch (decision) {
                    case Decision.Send ignored -> pending(notice, channel, due);
                    case Decision.Hold hold -> held(notice, channel, hold);
                })
                .toList();
    }

    private static Decision decide(Incident incident, Collection<Mute> mutes, Instant now) {
        return incident.partOf()
                .<Decision>map(network -> new Decision.Hold(Decision.HoldReason.PART_OF_NETWORK, network.toString()))
                .orElseGet(() -> NoticePolicy.decide(incident.subject(), mutes, now));
    }

    /** The end of an outage, to every channel that was told of the outage; mutes do not matter. */
    List<Change> conclude(Notice notice, Incident incident, Instant now) {
        Set<ChannelRef> told = books.told(incident.id());
        List<Change> changes = new ArrayList<>();
        told.stream()
                .sorted(java.util.Comparator.comparing(ChannelRef::toString))
                .forEach(channel -> changes.add(pending(notice, channel, now.plus(Gathering.LEAST))));
        Decision.Hold hold = new Decision.Hold(Decision.HoldReason.OUTAGE_NOT_TOLD, "");
        subscribed(incident.subject()).stream()
                .filter(channel -> !told.contains(channel))
                .forEach(channel -> changes.add(held(notice, channel, hold)));
        return changes;
    }

    /** What is not about an incident, to every channel that subscribed to the subject. */
    List<Change> warn(Notice notice, Subject subject, Instant now) {
        return direct(notice, subscribed(subject), now);
    }

    /** To these channels, at once. */
    List<Change> direct(Notice notice, Collection<ChannelRef> channels, Instant now) {
        return new LinkedHashSet<>(channels)
                .stream().map(channel -> pending(notice, channel, now)).toList();
    }

    /** Every channel that wants to hear anything, and the operators'. */
    Set<ChannelRef> everywhere() {
        Set<ChannelRef> channels = new LinkedHashSet<>(books.operators());
        books.subscriptions().map(Subscription::channel).forEach(channels::add);
        return channels;
    }

    private Set<ChannelRef> subscribed(Subject subject) {
        Set<ChannelRef> channels = new LinkedHashSet<>();
        books.subscriptions()
                .filter(one -> one.atLeast().compareTo(subject.severity()) <= 0)
                .filter(one -> subject.concerns(one.scope()))
                .forEach(one -> channels.add(one.channel()));
        return channels;
    }

    private Change pending(Notice notice, ChannelRef channel, Instant due) {
        return added(notice, channel, DeliveryState.Pending.untried(due));
    }

    private Change held(Notice notice, ChannelRef channel, Decision.Hold hold) {
        return added(notice, channel, new DeliveryState.Held(hold.reason(), hold.detail()));
    }

    private Change added(Notice notice, ChannelRef channel, DeliveryState state) {
        return new Change.DeliveryAdded(new Delivery(books.numbers().delivery(), notice, channel, state));
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.detect.Sight;
import dev.tocsin.core.detect.Stance;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.target.TargetId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Everything that is so now, in memory. Written by the intake alone, through changes; read by anybody.
 */
final class Books {
    private final Watch watch;
    private final Numbers numbers;
    private final Map<IncidentId, Incident> open = new ConcurrentSkipListMap<>();
    private final Map<TargetId, IncidentId> openOf = new HashMap<>();
    private final Map<String, IncidentId> openOn = new HashMap<>();
    private final Map<IncidentId, Incident.State> lastParts = new HashMap<>();
    private final Map<IncidentId, Set<ChannelRef>> told = new HashMap<>();
    private final Map<Long, Mute> mutes = new ConcurrentSkipListMap<>();
    private final Map<Long, Subscription> ofChat = new ConcurrentSkipListMap<>();
    private volatile List<Subscription> ofFile = List.of();
    private volatile List<ChannelRef> operators = List.of();
    private volatile Sight sight = new Sight.Unguarded();
    private final Set<String> warned;
    private Optional<Remembered.Blindness> blindness;

    Books(Remembered remembered, Watch watch) {
        this.watch = watch;
        this.numbers = new Numbers(remembered);
        this.blindness = remembered.blindness();
        this.warned = new HashSet<>(remembered.warned());
        remembered.open().forEach(this::write);
        remembered.told().forEach((incident, channels) -> told.put(incident, new HashSet<>(channels)));
        remembered.mutes().forEach(mute -> mutes.put(mute.id(), mute));
        remembered.subscriptions().forEach(subscription -> ofChat.put(subscription.id(), subscription));
    }

    Watch watch() {
        return watch;
    }

    Numbers numbers() {
        return numbers;
    }

    Collection<Incident> open() {
        return open.values();
    }

    Optional<Incident> openOf(TargetId target) {
        return Optional.ofNullable(openOf.get(target)).map(open::get);
    }

    /** The open incident of a network, by its key. */
    Optional<Incident> openOn(String network) {
        return Optional.ofNullable(openOn.get(network)).map(open::get);
    }

    /** How the last of a network's parts ended; a return counts for more than that nobody watches any more. */
    Optional<Incident.State> lastPart(IncidentId network) {
        return Optional.ofNullable(lastParts.get(network));
    }

    Optional<Incident> open(IncidentId id) {
        return Optional.ofNullable(open.get(id));
    }

    /** The channels that have been told of an open incident, or will be. */
    Set<ChannelRef> told(IncidentId incident) {
        return Set.copyOf(told.getOrDefault(incident, Set.of()));
    }

    Collection<Mute> mutes() {
        return mutes.values();
    }

    Stream<Subscription> subscriptions() {
        return Stream.concat(ofFile.stream(), ofChat.values().stream());
    }

    /** Whether any channel has been told of this certificate at this threshold. */
    boolean hasWarned(Notice.CertificateEnds notice) {
        return warned.contains(notice.key());
    }

    Optional<Subscription> subscription(long id) {
        return subscriptions().filter(one -> one.id() == id).findFirst();
    }

    List<ChannelRef> operators() {
        return operators;
    }

    Sight sight() {
        return sight;
    }

    void see(Sight now) {
        sight = now;
    }

    /** The loss of sight that channels were told of and not of its end. */
    Optional<Remembered.Blindness> blindness() {
        return blindness;
    }

    void declare(Declared declared) {
        ofFile = declared.subscriptions();
        operators = declared.operators();
    }

    void apply(Change change) {
        switch (change) {
            case Change.Held(TargetId target, Stance stance, var ignored) -> watch.stand(target, stance);
            case Change.Forgotten(TargetId target) -> watch.forget(target);
            case Change.IncidentWritten(Incident incident) -> write(incident);
            case Change.DeliveryAdded added -> tell(added);
            case Change.MuteWritten(Mute mute) -> write(mute);
            case Change.SubscriptionWritten(Subscription subscription) -> ofChat.put(subscription.id(), subscription);
            case Change.SubscriptionRemoved(long id) -> ofChat.remove(id);
            case Change.TargetWritten written -> watch.add(written.target());
            case Change.TargetRemoved(TargetId target) -> watch.remove(target);
            case Change.Paused paused -> watch.pause(paused.target());
            case Change.Resumed(TargetId target) -> watch.resume(target);
            case Change.ChannelMoved moved -> move(moved);
            case Change.GapWritten ignored -> {}
            case Change.Audited ignored -> {}
        }
    }

    private void write(Incident incident) {
        if (incident.isOpen()) {
            open.put(incident.id(), incident);
            switch (incident.subject()) {
                case Subject.OfTarget of -> openOf.put(of.id(), incident.id());
                case Subject.OfNetwork of -> openOn.put(of.key(), incident.id());
            }
            return;
        }
        open.remove(incident.id());
        switch (incident.subject()) {
            case Subject.OfTarget of -> openOf.remove(of.id(), incident.id());
            case Subject.OfNetwork of -> openOn.remove(of.key(), incident.id());
        }
        lastParts.remove(incident.id());
        incident.partOf()
                .filter(open::containsKey)
                .ifPresent(network -> lastParts.merge(
                        network,
                        incident.state(),
                        (before, last) -> last instanceof Incident.State.Restored ? last : before));
        told.remove(incident.id());
    }

    private void write(Mute mute) {
        if (mute.ended() == Mute.Ended.DONE) {
            mutes.remove(mute.id());
            return;
        }
        mutes.put(mute.id(), mute);
    }

    private void tell(Change.DeliveryAdded added) {
        if (!(added.delivery().state() instanceof dev.tocsin.core.delivery.DeliveryState.Pending)) {
            return;
        }
        ChannelRef channel = added.delivery().channel();
        switch (added.delivery().notice()) {
            case Notice.Outage(Incident incident) -> tell(incident.id(), channel);
            case Notice.StillDown still -> tell(still.incident().id(), channel);
            case Notice.CertificateEnds ends -> warned.add(ends.key());
            case Notice.SightLost lost -> blind(lost, channel);
            case Notice.SightRegained ignored -> blindness = Optional.empty();
            case Notice.Restored ignored -> {}
            case Notice.Withdrawn ignored -> {}
            case Notice.Returning ignored -> {}
            case Notice.Widened ignored -> {}
            case Notice.Noted ignored -> {}
            case Notice.Drill ignored -> {}
            case Notice.Trouble ignored -> {}
        }
    }

    private void tell(IncidentId incident, ChannelRef channel) {
        if (open.containsKey(incident)) {
            told.computeIfAbsent(incident, ignored -> new HashSet<>()).add(channel);
        }
    }

    private void blind(Notice.SightLost lost, ChannelRef channel) {
        Set<ChannelRef> channels = new HashSet<>(blindness
                .filter(before -> before.notice().key().equals(lost.key()))
                .map(Remembered.Blindness::told)
                .orElse(Set.of()));
        channels.add(channel);
        blindness = Optional.of(new Remembered.Blindness(lost, Set.copyOf(channels)));
    }

    private void move(Change.ChannelMoved moved) {
        ofChat.replaceAll((id, one) -> one.channel().equals(moved.from()) ? one.in(moved.to()) : one);
        ofFile = ofFile.stream()
                .map(one -> one.channel().equals(moved.from()) ? one.in(moved.to()) : one)
                .toList();
        operators = operators.stream()
                .map(one -> one.equals(moved.from()) ? moved.to() : one)
                .toList();
        told.values().stream()
                .filter(channels -> channels.remove(moved.from()))
                .forEach(channels -> channels.add(moved.to()));
    }
}

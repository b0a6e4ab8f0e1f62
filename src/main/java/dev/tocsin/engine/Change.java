package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.detect.Stance;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.Instant;

/**
 * One durable change. Each says what is so from now on, not what to add to it: writing one twice is writing it once.
 */
public sealed interface Change {
    /** What is held of a target. */
    record Held(TargetId target, Stance stance, Instant at) implements Change {}

    /** Nothing is held of a target any more: it is no longer watched. */
    record Forgotten(TargetId target) implements Change {}

    record IncidentWritten(Incident incident) implements Change {}

    /** A delivery that is not in the store yet. One whose key is there already is left as it is. */
    record DeliveryAdded(Delivery delivery) implements Change {}

    record MuteWritten(Mute mute) implements Change {}

    record SubscriptionWritten(Subscription subscription) implements Change {}

    record SubscriptionRemoved(long id) implements Change {}

    /** A target of chat was added or edited. */
    record TargetWritten(Target target, String by, Instant at) implements Change {}

    /** A target of chat was removed. */
    record TargetRemoved(TargetId target) implements Change {}

    record Paused(TargetId target, String by, Instant at) implements Change {}

    record Resumed(TargetId target) implements Change {}

    /** A channel has a new address: what waits for it and what it subscribed to goes there from now on. */
    record ChannelMoved(ChannelRef from, ChannelRef to) implements Change {}

    record GapWritten(Gap gap) implements Change {}

    record Audited(AuditEntry entry) implements Change {}
}

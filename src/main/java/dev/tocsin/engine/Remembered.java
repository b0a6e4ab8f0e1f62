package dev.tocsin.engine;

import dev.tocsin.core.detect.Stance;
import dev.tocsin.core.incident.Incident;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Mute;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.core.notice.Subscription;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the store knew when the bot started.
 *
 * @param stances what was held of each target, by its last change of health
 * @param lastLooks newest judged looks of each target, which are newer than its stance
 * @param open incidents that were open
 * @param told for each open incident, the channels that have been told of it or will be: a delivery is pending or done
 * @param mutes those whose end has not been dealt with
 * @param targets of chat
 * @param lastIncident highest incident number ever used, 0 if none
 * @param lastDelivery highest delivery number ever used, 0 if none
 * @param lastMute highest mute id ever used, 0 if none
 * @param lastSubscription highest subscription id ever used, 0 if none
 * @param lastAlive newest instant the store bears witness that the bot was running, where it ever was
 * @param warned keys of the notices about certificates that were told
 * @param blindness the newest loss of sight, where channels were told of it and not of its end
 */
public record Remembered(
        Map<TargetId, Stance> stances,
        Map<TargetId, LastLooks> lastLooks,
        List<Incident> open,
        Map<IncidentId, Set<ChannelRef>> told,
        List<Mute> mutes,
        List<Subscription> subscriptions,
        List<Target> targets,
        Set<TargetId> paused,
        long lastIncident,
        long lastDelivery,
        long lastMute,
        long lastSubscription,
        Optional<Instant> lastAlive,
        Optional<Blindness> blindness,
        Set<String> warned) {
    /** A store without a past. */
    public static final Remembered NOTHING = new Remembered(
            Map.of(),
            Map.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            Set.of(),
            0,
            0,
            0,
            0,
            Optional.empty(),
            Optional.empty(),
            Set.of());

    /** A loss of sight, and the channels that have been told of it or will be. */
    public record Blindness(Notice.SightLost notice, Set<ChannelRef> told) {}

    /** When a target's newest good and failed looks began. */
    public record LastLooks(Optional<Instant> success, Optional<Instant> failure) {}
}

package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Decision;
import dev.tocsin.core.notice.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Serves one channel: takes what waits, sends it in order, several as one message where several wait, and says what
 * became of each. Used by one thread at a time.
 */
final class ChannelService {
    /** From this many on, what waits is told in one message. */
    static final int TOGETHER = 3;

    static final int MOST = 1_000;
    /** Longer than any attempt may take; a process that died holds its deliveries back this long at most. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private final ChannelRef ref;
    private final Post post;
    private final Allowance allowance = new Allowance();

    ChannelService(ChannelRef ref, Post post) {
        this.ref = ref;
        this.post = post;
    }

    /**
     * Claims what is due and sends it.
     *
     * @return everything that was claimed, in its new state: to be settled, whatever happens
     */
    List<Delivery> serve(Outbox outbox) {
        if (!allowance.allows(post.time().now())) {
            return List.of();
        }
        Map<Long, Delivery> claimed = new LinkedHashMap<>();
        outbox.claim(ref, MOST, post.time().now(), LEASE).forEach(one -> claimed.put(one.number(), one));
        try {
            send(outbox, List.copyOf(claimed.values())).forEach(one -> claimed.put(one.number(), one));
        } catch (StoreUnavailable trouble) {
            // What was not sent goes back as it was; the caller meets the same trouble when it settles.
        }
        return List.copyOf(claimed.values());
    }

    private List<Delivery> send(Outbox outbox, List<Delivery> claimed) {
        List<Delivery> settled = new ArrayList<>();
        List<Delivery> wanted = new ArrayList<>();
        for (Delivery delivery : claimed) {
            if (isUnheardOf(outbox, delivery, wanted)) {
                settled.add(delivery.with(new DeliveryState.Held(Decision.HoldReason.OUTAGE_NOT_TOLD, "")));
            } else {
                wanted.add(delivery);
            }
        }
        settled.addAll(wanted.size() >= TOGETHER ? together(outbox, wanted) : oneByOne(outbox, wanted));
        return settled;
    }

    /** Where the platform refuses the one long message, a short one shows whether it refuses the channel. */
    private List<Delivery> together(Outbox outbox, List<Delivery> wanted) {
        allowance.spend();
        List<Delivery> all = post.send(ref, wanted, Optional.empty());
        if (!(all.getFirst().state() instanceof DeliveryState.Rejected)) {
            return all;
        }
        List<Delivery> first = oneByOne(outbox, wanted.subList(0, 1));
        return first.getFirst().state() instanceof DeliveryState.Rejected ? all : first;
    }

    private List<Delivery> oneByOne(Outbox outbox, List<Delivery> wanted) {
        List<Delivery> done = new ArrayList<>();
        for (Delivery delivery : wanted) {
            Optional<Receipt> replyTo = delivery.notice().about().flatMap(id -> receipt(outbox, id));
            allowance.spend();
            Delivery sent = post.send(ref, List.of(delivery), replyTo).getFirst();
            done.add(sent);
            if (sent.state() instanceof DeliveryState.Pending
                    || !allowance.allows(post.time().now())) {
                break;
            }
        }
        return done;
    }

    /** The end of an outage, or a note about it, goes only where the outage was heard of or is told right before. */
    private boolean isUnheardOf(Outbox outbox, Delivery delivery, List<Delivery> before) {
        return switch (delivery.notice()) {
            case Notice.Restored over -> unheard(outbox, over.incident().id(), before);
            case Notice.Withdrawn over -> unheard(outbox, over.incident().id(), before);
            case Notice.Noted noted -> unheard(outbox, noted.incident().id(), before);
            case Notice.Outage ignored -> false;
            case Notice.StillDown ignored -> false;
            case Notice.CertificateEnds ignored -> false;
            case Notice.SightLost ignored -> false;
            case Notice.SightRegained ignored -> false;
            case Notice.Drill ignored -> false;
            case Notice.Trouble ignored -> false;
        };
    }

    private boolean unheard(Outbox outbox, IncidentId incident, List<Delivery> before) {
        return before.stream().noneMatch(one -> tells(one.notice(), incident))
                && receipt(outbox, incident).isEmpty();
    }

    private static boolean tells(Notice notice, IncidentId incident) {
        return switch (notice) {
            case Notice.Outage outage -> outage.incident().id().equals(incident);
            case Notice.StillDown still -> still.incident().id().equals(incident);
            case Notice.Restored ignored -> false;
            case Notice.Withdrawn ignored -> false;
            case Notice.Noted ignored -> false;
            case Notice.CertificateEnds ignored -> false;
            case Notice.SightLost ignored -> false;
            case Notice.SightRegained ignored -> false;
            case Notice.Drill ignored -> false;
            case Notice.Trouble ignored -> false;
        };
    }

    private Optional<Receipt> receipt(Outbox outbox, IncidentId incident) {
        return post.receipts().find(incident, ref).or(() -> outbox.firstReceipt(incident, ref));
    }
}

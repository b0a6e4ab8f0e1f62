package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.delivery.DeliveryState;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.IncidentId;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Decision;
import dev.tocsin.core.notice.Manner;
import dev.tocsin.core.notice.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Serves one channel: takes what waits, sends it in order, several as one message where several wait, and says what
 * became of each. Safe for use by many threads.
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
     * @param overtakes whether an earlier notice about the same incident waits in the other outbox; such a delivery
     *     stays as it is
     * @return everything that was claimed, in its new state: to be settled, whatever happens
     */
    List<Delivery> serve(Outbox outbox, Predicate<Delivery> overtakes) {
        if (!allowance.allows(post.time().now())) {
            return List.of();
        }
        Map<Long, Delivery> claimed = new LinkedHashMap<>();
        outbox.claim(ref, MOST, post.time().now(), LEASE).forEach(one -> claimed.put(one.number(), one));
        try {
            List<Delivery> inTurn =
                    claimed.values().stream().filter(overtakes.negate()).toList();
            send(outbox, inTurn).forEach(one -> claimed.put(one.number(), one));
        } catch (StoreUnavailable trouble) {
            // Nothing was sent. All goes back as it was; the caller meets the same trouble when it settles.
        }
        return List.copyOf(claimed.values());
    }

    private List<Delivery> send(Outbox outbox, List<Delivery> claimed) {
        List<Delivery> settled = new ArrayList<>();
        List<Delivery> wanted = new ArrayList<>();
        for (Delivery delivery : claimed) {
            Optional<Decision.Hold> muted = post.muted(delivery);
            if (muted.isPresent()) {
                settled.add(delivery.with(
                        new DeliveryState.Held(muted.get().reason(), muted.get().detail())));
            } else if (isUnheardOf(outbox, delivery, wanted)) {
                settled.add(untold(delivery));
            } else if (isShownInPlace(outbox, delivery)) {
                settled.add(delivery.with(new DeliveryState.Held(Decision.HoldReason.SHOWN_IN_PLACE, "")));
            } else {
                wanted.add(delivery);
            }
        }
        settled.addAll(wanted.size() >= TOGETHER ? together(outbox, wanted) : oneByOne(outbox, wanted));
        return settled;
    }

    private static Delivery untold(Delivery delivery) {
        return delivery.with(new DeliveryState.Held(Decision.HoldReason.OUTAGE_NOT_TOLD, ""));
    }

    /** Where the platform refuses the one long message, a short one shows whether it refuses the channel. */
    private List<Delivery> together(Outbox outbox, List<Delivery> wanted) {
        List<Delivery> all = post.send(ref, wanted, common(outbox, wanted));
        spend(all);
        if (!(all.getFirst().state() instanceof DeliveryState.Rejected)) {
            return all;
        }
        List<Delivery> first = oneByOne(outbox, wanted.subList(0, 1));
        return first.stream().anyMatch(one -> one.state() instanceof DeliveryState.Rejected) ? all : first;
    }

    /**
     * What was sent is marked before the next is sent, so that a kill in between doubles nothing. It is in the answer too,
     * even where the store fails meanwhile, so that nothing is sent twice.
     */
    private List<Delivery> oneByOne(Outbox outbox, List<Delivery> wanted) {
        List<Delivery> done = new ArrayList<>();
        try {
            for (Delivery delivery : wanted) {
                Delivery sent = sendAlone(outbox, delivery);
                done.add(sent);
                if (sent.state() instanceof DeliveryState.Pending
                        || !allowance.allows(post.time().now())) {
                    break;
                }
                if (done.size() < wanted.size()) {
                    outbox.settle(List.of(sent));
                }
            }
        } catch (StoreUnavailable trouble) {
            // The others go back as they were; the caller meets the same trouble when it settles.
        }
        return done;
    }

    private Delivery sendAlone(Outbox outbox, Delivery delivery) {
        Optional<Receipt> replyTo = delivery.notice().about().flatMap(id -> receipt(outbox, id));
        if (replyTo.isEmpty() && isUnheardOf(outbox, delivery, List.of())) {
            return untold(delivery);
        }
        List<Delivery> sent = post.send(ref, List.of(delivery), replyTo);
        spend(sent);
        return sent.getFirst();
    }

    /** A drill never makes an outage wait: a message of drills alone is free, and so is what surely did not arrive. */
    private void spend(List<Delivery> sent) {
        if (sent.stream().anyMatch(one -> !(one.notice() instanceof Notice.Drill) && mayBeThere(one))) {
            allowance.spend();
        }
    }

    private static boolean mayBeThere(Delivery sent) {
        return switch (sent.state()) {
            case DeliveryState.Delivered ignored -> true;
            case DeliveryState.Pending pending -> pending.arrival() == DeliveryState.Arrival.POSSIBLE;
            case DeliveryState.Held ignored -> false;
            case DeliveryState.Rejected ignored -> false;
        };
    }

    /** The end of an outage, or a note about it, goes only where the outage was heard of or is told right before. */
    private boolean isUnheardOf(Outbox outbox, Delivery delivery, List<Delivery> before) {
        return FollowUp.is(delivery.notice())
                && unheard(outbox, delivery.notice().about().orElseThrow(), before);
    }

    private boolean unheard(Outbox outbox, IncidentId incident, List<Delivery> before) {
        return before.stream().noneMatch(one -> tells(one.notice(), incident))
                && post.receipts().find(incident, ref).isEmpty()
                && (post.receipts().isUntold(incident, ref) || outbox.isUntold(incident, ref));
    }

    private static boolean tells(Notice notice, IncidentId incident) {
        return switch (notice) {
            case Notice.Outage outage -> outage.incident().id().equals(incident);
            case Notice.StillDown still -> still.incident().id().equals(incident);
            case Notice.Restored ignored -> false;
            case Notice.Withdrawn ignored -> false;
            case Notice.Returning ignored -> false;
            case Notice.Widened ignored -> false;
            case Notice.Noted ignored -> false;
            case Notice.CertificateEnds ignored -> false;
            case Notice.SightLost ignored -> false;
            case Notice.SightRegained ignored -> false;
            case Notice.Drill ignored -> false;
            case Notice.Trouble ignored -> false;
        };
    }

    /** What follows an outage that was told here, where the channel wants the outage's message edited. */
    private boolean isShownInPlace(Outbox outbox, Delivery delivery) {
        return outbox.editing() == Channel.Editing.POSSIBLE
                && FollowUp.is(delivery.notice())
                && post.following(ref, delivery) == Manner.Following.EDIT
                && delivery.notice().about().flatMap(id -> receipt(outbox, id)).isPresent();
    }

    /** The one message that told of all the outages that these follow; nothing where there are several, or none. */
    private Optional<Receipt> common(Outbox outbox, List<Delivery> wanted) {
        if (!wanted.stream().allMatch(one -> FollowUp.is(one.notice()))) {
            return Optional.empty();
        }
        Set<Optional<Receipt>> told = new HashSet<>();
        wanted.forEach(one -> told.add(one.notice().about().flatMap(id -> receipt(outbox, id))));
        return told.size() == 1 ? told.iterator().next() : Optional.empty();
    }

    private Optional<Receipt> receipt(Outbox outbox, IncidentId incident) {
        return post.receipts().find(incident, ref).or(() -> outbox.firstReceipt(incident, ref));
    }
}

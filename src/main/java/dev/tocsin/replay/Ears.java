package dev.tocsin.replay;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.incident.Extent;
import dev.tocsin.core.incident.Subject;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Notice;
import dev.tocsin.engine.Channel;
import dev.tocsin.engine.Outgoing;
import dev.tocsin.engine.Wording;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Hears what would have been sent, in all channels, and what it told. Used by one thread. */
final class Ears implements Wording {
    private final Wording words;
    private final InstantSource clock;
    private final IdentityHashMap<Message, List<Notice>> told = new IdentityHashMap<>();
    private final List<Sent> sent = new ArrayList<>();

    Ears(Wording words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** One such platform; messages that were sent are not edited. */
    Channel platform(String name) {
        return new Channel() {
            @Override
            public String platform() {
                return name;
            }

            @Override
            public DeliveryResult send(ChannelRef to, Outgoing outgoing) {
                Message message = outgoing.message();
                List<Notice> notices = Optional.ofNullable(told.remove(message)).orElse(List.of());
                sent.add(new Sent(clock.instant(), to, kind(notices), message));
                return new DeliveryResult.Delivered(new Receipt(Integer.toString(sent.size())));
            }
        };
    }

    @Override
    public Message one(Notice notice, Instant now) {
        return noted(words.one(notice, now), List.of(notice));
    }

    @Override
    public Message many(List<Notice> notices, Instant now) {
        return noted(words.many(notices, now), notices);
    }

    @Override
    public Message current(List<Notice> notices) {
        return words.current(notices);
    }

    private Message noted(Message message, List<Notice> notices) {
        told.put(message, List.copyOf(notices));
        return message;
    }

    static Sent.Kind kind(List<Notice> notices) {
        if (notices.size() == 1) {
            return kind(notices.getFirst());
        }
        Set<Sent.Kind> kinds = new HashSet<>();
        notices.forEach(notice -> kinds.add(kind(notice)));
        if (kinds.equals(Set.of(Sent.Kind.OUTAGE))) {
            return Sent.Kind.OUTAGES;
        }
        return kinds.equals(Set.of(Sent.Kind.RESTORED)) ? Sent.Kind.ENDS : Sent.Kind.MIXED;
    }

    private static Sent.Kind kind(Notice notice) {
        return switch (notice) {
            case Notice.Outage(var incident) ->
                incident.subject() instanceof Subject.OfNetwork
                        ? incident.extent().filter(Extent::isWhole).isPresent() ? Sent.Kind.NETWORK : Sent.Kind.PARTIAL
                        : Sent.Kind.OUTAGE;
            case Notice.Restored ignored -> Sent.Kind.RESTORED;
            case Notice.Returning ignored -> Sent.Kind.UPDATE;
            case Notice.Widened ignored -> Sent.Kind.UPDATE;
            case Notice.StillDown ignored -> Sent.Kind.STILL_DOWN;
            default -> Sent.Kind.OTHER;
        };
    }
}

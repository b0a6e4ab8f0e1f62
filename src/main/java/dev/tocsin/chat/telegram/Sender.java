package dev.tocsin.chat.telegram;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.notice.Bell;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.engine.Outgoing;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notices. Waits for Telegram's answer, and for nothing else: what has to wait goes back to the outbox. Safe for use
 * by many threads.
 *
 * <p>Telegram knows no double. What may be sent twice is the one part whose answer never came; what was sent before it is
 * not sent again by the same process.
 */
final class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

    private final Scribe scribe;
    private final Gate gate;
    private final Names names;
    private final Unfinished unfinished = new Unfinished();

    Sender(Scribe scribe, Gate gate, Names names) {
        this.scribe = scribe;
        this.gate = gate;
        this.names = names;
    }

    /**
     * A notice on its way.
     *
     * @param spot of its first message
     * @param key the same for every attempt
     */
    private record Errand(Address home, Spot spot, String key, Letter letter, Bell bell) {
        /** Details and files answer what they belong to. */
        Spot spot(Part part, Optional<Told> told) {
            return told.map(before -> letter.isPictured() || part instanceof Part.File
                            ? Spot.answering(before.first())
                            : Spot.beside(before.first()))
                    .orElse(spot);
        }

        /** One notice rings once. */
        Bell bell(Optional<Told> told) {
            return told.isPresent() ? Bell.SILENT : bell;
        }
    }

    DeliveryResult send(ChannelRef to, Outgoing outgoing) {
        Optional<Address> address = Address.parse(to.address());
        if (address.isEmpty()) {
            return new DeliveryResult.Rejected("a Telegram chat is named by its id, a number");
        }
        Address home = address.get();
        Spot spot = outgoing.replyTo()
                .flatMap(Told::parse)
                .filter(told -> told.chat() == home.chat())
                .map(told -> Spot.answering(told.first()))
                .orElse(Spot.at(home));
        String key = home.text() + " " + outgoing.key();
        List<Piece> called = unfinished
                .called(key)
                .orElseGet(() -> names.called(home.chat(), outgoing.manner().mentions()));
        Letter letter = Letter.of(outgoing.message(), called);
        return sent(new Errand(home, spot, key, letter, outgoing.bell()), unfinished.of(key, called, letter.parts()));
    }

    /** The parts that are not sent yet, in order. */
    private DeliveryResult sent(Errand errand, Unfinished.Progress before) {
        Unfinished.Progress progress = before;
        List<Part> parts = errand.letter().parts();
        for (Part part : parts.subList(progress.sent().size(), parts.size())) {
            Optional<Told> told = progress.told();
            Attempt attempt = new Attempt(part, errand.spot(part, told), errand.bell(told));
            Scribe.Written written = scribe.write(attempt, Limits.Purpose.NOTICE);
            if (written.outcome() instanceof Outcome.Posted(Place place)) {
                progress = progress.and(part, place, written.as());
            } else if (written.outcome() instanceof Outcome.Failed(Trouble trouble)) {
                if (!leavesOut(trouble, told)) {
                    unfinished.keep(errand.key(), progress);
                    return gate.failed(errand.home(), trouble);
                }
                LOG.error("a part of {} is left out, because Telegram does not take it: {}", errand.key(), trouble);
                progress = progress.leavingOut(part);
            }
        }
        unfinished.forget(errand.key());
        return new DeliveryResult.Delivered(progress.told().orElseThrow().receipt());
    }

    /** What follows the first part, and will never be taken, is not worth to say that nothing was told. */
    private static boolean leavesOut(Trouble trouble, Optional<Told> told) {
        return told.isPresent()
                && (trouble instanceof Trouble.Refused
                        || trouble instanceof Trouble.Unreadable
                        || trouble instanceof Trouble.NotAllowed);
    }
}

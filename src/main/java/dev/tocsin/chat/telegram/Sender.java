package dev.tocsin.chat.telegram;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.engine.Outgoing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    /** One for each thing that can be amiss. */
    private static final int REPAIRS = 3;

    private final Pen pen;
    private final Gate gate;
    private final Unfinished unfinished = new Unfinished();

    Sender(Pen pen, Gate gate) {
        this.pen = pen;
        this.gate = gate;
    }

    DeliveryResult send(ChannelRef to, Outgoing outgoing) {
        Optional<Address> address = Address.parse(to.address());
        if (address.isEmpty()) {
            return new DeliveryResult.Rejected("a Telegram chat is named by its id, a number");
        }
        Address home = address.get();
        Spot spot = outgoing.replyTo()
                .flatMap(Place::parse)
                .filter(place -> place.chat() == home.chat())
                .map(Spot::answering)
                .orElse(Spot.at(home));
        List<Part> parts =
                Letter.of(outgoing.message(), outgoing.manner().mentions()).parts();
        return sent(home, spot, home.text() + " " + outgoing.key(), parts);
    }

    /** Puts as much of this as fits in a sent message's place. */
    DeliveryResult amend(Receipt sent, Outgoing now) {
        Optional<Place> known = Place.parse(sent);
        if (known.isEmpty()) {
            return new DeliveryResult.Rejected("no message of Telegram's");
        }
        Place place = known.get();
        Optional<Trouble> forbids = gate.forbids(place.chat(), Limits.Purpose.EDIT);
        Outcome outcome = forbids.isPresent()
                ? new Outcome.Failed(forbids.get())
                : edited(Letter.of(now.message(), List.of()).inOne(), place);
        return switch (outcome) {
            case Outcome.Posted ignored -> kept(place, sent);
            case Outcome.Failed(Trouble.Unchanged()) -> kept(place, sent);
            case Outcome.Failed(Trouble.Moved ignored) ->
                new DeliveryResult.Rejected("the message is in a group that is a supergroup now");
            case Outcome.Failed(Trouble trouble) ->
                gate.failed(new Address(place.chat(), OptionalInt.empty()), trouble);
        };
    }

    private DeliveryResult kept(Place place, Receipt sent) {
        gate.took(place.chat());
        return new DeliveryResult.Delivered(sent);
    }

    private Outcome edited(Part.Text text, Place place) {
        Outcome outcome = pen.edit(text, place);
        if (!(outcome instanceof Outcome.Failed(Trouble.Refused(String why)))) {
            return outcome;
        }
        LOG.error("a fault of ours: Telegram refuses an edit, made in plain words: {}", why);
        return pen.edit(text.inWords(), place);
    }

    /** The parts that are not sent yet, in order. */
    private DeliveryResult sent(Address home, Spot spot, String notice, List<Part> parts) {
        Unfinished.Progress progress = unfinished.of(notice, parts);
        for (Part part : parts.subList(progress.sent().size(), parts.size())) {
            Outcome outcome = written(new Attempt(part, spot(part, spot, progress.first()), bell(progress)));
            if (outcome instanceof Outcome.Posted(Place place)) {
                gate.took(home.chat());
                progress = progress.and(part, Optional.of(place));
            } else if (outcome instanceof Outcome.Failed(Trouble trouble)) {
                if (!leavesOut(trouble, progress)) {
                    unfinished.keep(notice, progress);
                    return gate.failed(home, trouble);
                }
                LOG.error("a part of {} is left out, because Telegram does not take it: {}", notice, trouble);
                progress = progress.and(part, Optional.empty());
            }
        }
        unfinished.forget(notice);
        return new DeliveryResult.Delivered(progress.first().orElseThrow().receipt());
    }

    /** What follows the first part, and will never be taken, is not worth to say that nothing was told. */
    private static boolean leavesOut(Trouble trouble, Unfinished.Progress progress) {
        return progress.first().isPresent()
                && (trouble instanceof Trouble.Refused || trouble instanceof Trouble.NotAllowed);
    }

    private static Spot spot(Part part, Spot spot, Optional<Place> first) {
        return first.map(place -> part instanceof Part.File ? Spot.answering(place) : Spot.beside(place))
                .orElse(spot);
    }

    /** One notice rings once. */
    private static Pen.Bell bell(Unfinished.Progress progress) {
        return progress.first().isPresent() ? Pen.Bell.SILENT : Pen.Bell.RINGS;
    }

    private Outcome written(Attempt attempt) {
        Optional<Trouble> forbids = gate.forbids(attempt.spot().chat(), Limits.Purpose.NOTICE);
        if (forbids.isPresent()) {
            return new Outcome.Failed(forbids.get());
        }
        Attempt last = attempt;
        Outcome outcome = write(last);
        for (int i = 0; i < REPAIRS && outcome instanceof Outcome.Failed(Trouble trouble); i++) {
            Optional<Attempt> repaired = last.without(trouble);
            if (repaired.isEmpty()) {
                return outcome;
            }
            last = repaired.get();
            outcome = write(last);
        }
        return outcome;
    }

    private Outcome write(Attempt attempt) {
        return pen.write(attempt.part(), attempt.spot(), attempt.bell());
    }
}

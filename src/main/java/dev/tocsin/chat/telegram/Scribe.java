package dev.tocsin.chat.telegram;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one message, or writes one over, in another form where Telegram does not take it as it is meant. Safe for use by
 * many threads, which it blocks.
 */
final class Scribe {
    private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
    /** One for each thing that can be amiss. */
    private static final int REPAIRS = 5;

    private static final String OLDER = "(The picture is an older one: Telegram did not take the new one.)";

    private final Pen pen;
    private final Gate gate;
    private final Displayed displayed = new Displayed();

    Scribe(Pen pen, Gate gate) {
        this.pen = pen;
        this.gate = gate;
    }

    /**
     * What came of a new message.
     *
     * @param as the form that was tried last
     */
    record Written(Outcome outcome, Part as) {}

    /**
     * What came of writing one over.
     *
     * @param item the message as it is then
     */
    record Rewritten(Outcome outcome, Told.Item item) {}

    /** Sends a message. */
    Written write(Attempt attempt, Limits.Purpose purpose) {
        Optional<Trouble> forbids = gate.forbids(attempt.spot().chat(), purpose);
        if (forbids.isPresent()) {
            return new Written(new Outcome.Failed(forbids.get()), attempt.part());
        }
        Attempt last = attempt;
        Outcome outcome = write(last);
        for (int i = 0; i < REPAIRS && outcome instanceof Outcome.Failed(Trouble trouble); i++) {
            Optional<Attempt> repaired = last.without(trouble);
            if (repaired.isEmpty()) {
                break;
            }
            last = repaired.get();
            outcome = write(last);
        }
        if (outcome instanceof Outcome.Posted(Place place)) {
            gate.took(place.chat());
            note(attempt.part(), place, Told.Item.of(place.message(), last.part()));
        }
        return new Written(outcome, last.part());
    }

    /** Puts this in the place of one of a notice's messages; makes no call where that would change nothing. */
    Rewritten rewrite(Part.Body body, Told told, int index) {
        Place place = told.at(index);
        Told.Item item = told.items().get(index);
        if (displayed.shows(place, Displayed.Face.of(body, item))) {
            return new Rewritten(new Outcome.Posted(place), item);
        }
        Optional<Trouble> forbids = gate.forbids(place.chat(), Limits.Purpose.EDIT);
        if (forbids.isPresent()) {
            return new Rewritten(new Outcome.Failed(forbids.get()), item);
        }
        displayed.forget(place);
        Rewritten rewritten = over(body, place, item);
        if (rewritten.outcome() instanceof Outcome.Posted) {
            gate.took(place.chat());
            note(body, place, rewritten.item());
        }
        return rewritten;
    }

    private Outcome write(Attempt attempt) {
        return pen.write(attempt.part(), attempt.spot(), attempt.bell());
    }

    /** Where a picture was left out, what the message shows is not what it should. */
    private void note(Part part, Place place, Told.Item item) {
        if (part instanceof Part.Body body && Displayed.Face.of(body, item).isOf(item)) {
            displayed.note(place, Displayed.Face.of(body, item));
        }
    }

    private Rewritten over(Part.Body body, Place place, Told.Item item) {
        return switch (body) {
            case Part.Photo photo
            when item.picture().equals(Optional.of(photo.mark())) ->
                new Rewritten(words(photo.caption(), place, item), item);
            case Part.Photo photo -> picture(photo, place, item);
            case Part.Words words -> new Rewritten(words(words, place, item), item);
        };
    }

    /** A message of words alone becomes one with a picture; one with a picture keeps it. */
    private Rewritten picture(Part.Photo photo, Place place, Told.Item item) {
        Outcome first = done(pen.edit(photo, place), place);
        Outcome outcome = first instanceof Outcome.Failed(Trouble.Unreadable(String why))
                        && Attempt.plainly(photo, why).isPresent()
                ? done(pen.edit(photo.inWords(), place), place)
                : first;
        return switch (outcome) {
            case Outcome.Posted ignored -> new Rewritten(outcome, Told.Item.of(place.message(), photo));
            case Outcome.Failed(Trouble.Refused(String why)) -> {
                LOG.error(
                        "a fault of ours: Telegram refuses {} in an edit: {}",
                        photo.picture().png(),
                        why);
                yield unpictured(photo, place, item);
            }
            case Outcome.Failed(Trouble.NotAllowed ignored) -> unpictured(photo, place, item);
            case Outcome.Failed ignored -> new Rewritten(outcome, item);
        };
    }

    private Rewritten unpictured(Part.Photo photo, Place place, Told.Item item) {
        Part.Words words = item.picture().isPresent() ? photo.caption().noted(OLDER) : photo.told();
        return new Rewritten(words(words, place, item), item);
    }

    private Outcome words(Part.Words words, Place place, Told.Item item) {
        Outcome first = shown(words, place, item);
        return switch (first) {
            case Outcome.Failed(Trouble.Refused(String why))
            when Attempt.plainly(words, why).isPresent() -> shown(words.inWords(), place, item);
            case Outcome.Failed(Trouble.Unreadable(String why))
            when Attempt.plainly(words, why).isPresent() -> shown(words.inWords(), place, item);
            default -> first;
        };
    }

    private Outcome shown(Part.Words words, Place place, Told.Item item) {
        return done(item.picture().isPresent() ? pen.caption(words, place) : pen.edit(words, place), place);
    }

    /** What shows that already is as it should be. */
    private static Outcome done(Outcome outcome, Place place) {
        return outcome instanceof Outcome.Failed(Trouble.Unchanged()) ? new Outcome.Posted(place) : outcome;
    }
}

package dev.tocsin.chat.telegram;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.Bell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps notices that were sent true, in all of their messages: those that there are say what is so now, what they have no
 * room for comes in new ones, and those that are left over go. Files stay as they were sent. Waits for Telegram's answer,
 * and for nothing else. Safe for use by many threads, one for a notice.
 */
final class Editor {
    private static final Logger LOG = LoggerFactory.getLogger(Editor.class);
    private static final int MOST = 1_000;
    private static final Part.Plain LEFT_OVER = new Part.Plain("(What stood here is out of date.)");

    private final Scribe scribe;
    private final Pen pen;
    private final Gate gate;
    /** How far notices were brought whose edit had to wait, by what they were then. */
    private final Map<Receipt, Told> begun = new LinkedHashMap<>();

    Editor(Scribe scribe, Pen pen, Gate gate) {
        this.scribe = scribe;
        this.pen = pen;
        this.gate = gate;
    }

    /** How far it came, and what keeps it from going on. */
    private record Step(Told told, Optional<Trouble> trouble) {
        static Step done(Told told) {
            return new Step(told, Optional.empty());
        }

        static Step stopped(Told told, Trouble trouble) {
            return new Step(told, Optional.of(trouble));
        }
    }

    /** Where the first message is no more, the others go too, and it is rejected. */
    DeliveryResult amend(Receipt sent, Message now) {
        Optional<Told> known = begun(sent).or(() -> Told.parse(sent));
        if (known.isEmpty()) {
            return new DeliveryResult.Rejected("no message of Telegram's");
        }
        Told told = known.get();
        List<Part.Body> words = Letter.over(told, now).words();
        Step step = rewritten(told, words);
        if (step.trouble().isEmpty()) {
            step = cut(step.told(), words.size());
        } else if (step.trouble().get() instanceof Trouble.NoMessage) {
            Step rest = cut(step.told(), 1);
            step = rest.trouble().isPresent() ? rest : step;
        }
        return result(sent, step);
    }

    private DeliveryResult result(Receipt sent, Step step) {
        if (step.trouble().isEmpty()) {
            forget(sent);
            return new DeliveryResult.Delivered(step.told().receipt());
        }
        if (step.trouble().get() instanceof Trouble.Moved) {
            forget(sent);
            return new DeliveryResult.Rejected("the message is in a group that is a supergroup now");
        }
        DeliveryResult result = gate.failed(
                new Address(step.told().chat(), OptionalInt.empty()),
                step.trouble().get());
        if (result instanceof DeliveryResult.Rejected) {
            forget(sent);
        } else {
            keep(sent, step.told());
        }
        return result;
    }

    private Step rewritten(Told before, List<Part.Body> words) {
        Told told = before;
        for (int i = 0; i < words.size(); i++) {
            Step step = i < told.size() ? rewritten(told, i, words.get(i)) : added(told, i, words.get(i));
            if (step.trouble().isPresent()) {
                return step;
            }
            told = step.told();
        }
        return Step.done(told);
    }

    private Step rewritten(Told told, int index, Part.Body body) {
        Scribe.Rewritten rewritten = scribe.rewrite(body, told, index);
        if (!(rewritten.outcome() instanceof Outcome.Failed(Trouble trouble))) {
            return Step.done(told.with(index, rewritten.item()));
        }
        if (index > 0 && trouble instanceof Trouble.NoMessage) {
            return added(told, index, body);
        }
        return ofLater(told, index, trouble);
    }

    /** What has no message yet, or none any more, answers the first. */
    private Step added(Told told, int index, Part.Body body) {
        Attempt attempt = new Attempt(body, Spot.answering(told.first()), Bell.SILENT);
        Scribe.Written written = scribe.write(attempt, Limits.Purpose.EDIT);
        return switch (written.outcome()) {
            case Outcome.Posted(Place place) ->
                Step.done(told.with(index, Told.Item.of(place.message(), written.as())));
            case Outcome.Failed(Trouble trouble) -> ofLater(told, index, trouble);
        };
    }

    /** What Telegram will never take does not keep the others from being true. */
    private static Step ofLater(Told told, int index, Trouble trouble) {
        boolean never = trouble instanceof Trouble.Refused || trouble instanceof Trouble.Unreadable;
        if (index == 0 || !never) {
            return Step.stopped(told, trouble);
        }
        LOG.error("a part of an edited notice is left as it is, because Telegram does not take it: {}", trouble);
        return Step.done(told);
    }

    /** Takes away what is beyond the first so many. */
    private Step cut(Told before, int most) {
        Told told = before;
        while (told.size() > most) {
            Optional<Trouble> trouble = taken(told.at(told.size() - 1));
            if (trouble.isPresent()) {
                return Step.stopped(told, trouble.get());
            }
            told = told.withoutLast();
        }
        return Step.done(told);
    }

    /** Telegram deletes nothing that is older than two days: that says then that it is out of date. */
    private Optional<Trouble> taken(Place place) {
        Optional<Trouble> forbids = gate.forbids(place.chat(), Limits.Purpose.EDIT);
        if (forbids.isPresent()) {
            return forbids;
        }
        return switch (pen.delete(place)) {
            case Outcome.Posted ignored -> Optional.empty();
            case Outcome.Failed(Trouble.NoMessage ignored) -> Optional.empty();
            case Outcome.Failed(Trouble.Refused ignored) -> emptied(place);
            case Outcome.Failed(Trouble.NotAllowed ignored) -> emptied(place);
            case Outcome.Failed(Trouble trouble) -> Optional.of(trouble);
        };
    }

    private Optional<Trouble> emptied(Place place) {
        return switch (pen.edit(LEFT_OVER, place)) {
            case Outcome.Posted ignored -> Optional.empty();
            case Outcome.Failed(Trouble.NoMessage ignored) -> Optional.empty();
            case Outcome.Failed(Trouble.Unchanged ignored) -> Optional.empty();
            case Outcome.Failed(Trouble trouble) -> Optional.of(trouble);
        };
    }

    private Optional<Told> begun(Receipt sent) {
        synchronized (begun) {
            return Optional.ofNullable(begun.get(sent));
        }
    }

    private void keep(Receipt sent, Told told) {
        synchronized (begun) {
            begun.put(sent, told);
            if (begun.size() > MOST) {
                begun.remove(begun.keySet().iterator().next());
            }
        }
    }

    private void forget(Receipt sent) {
        synchronized (begun) {
            begun.remove(sent);
        }
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.observe.Observation;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where things change: takes events in the order of their arrival, asks the rules, applies what follows
 * to the books and hands it to the journal. Anybody may put events in and never waits; one thread drains.
 */
final class Intake implements Consumer<Event> {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final ConcurrentLinkedQueue<Event> queue = new ConcurrentLinkedQueue<>();
    private final Rules rules;
    private final Books books;
    private final Journal journal;
    private final Consumer<Observation> looks;
    private final Timepiece time;

    Intake(Rules rules, Books books, Journal journal, Consumer<Observation> looks, Timepiece time) {
        this.rules = rules;
        this.books = books;
        this.journal = journal;
        this.looks = looks;
        this.time = time;
    }

    @Override
    public void accept(Event event) {
        queue.add(event);
    }

    /** Deals with everything that has arrived; answers whether anything was handed to the journal. */
    boolean drain() {
        boolean changed = false;
        for (Event event = queue.poll(); event != null; event = queue.poll()) {
            changed |= deal(event);
        }
        return changed;
    }

    private boolean deal(Event event) {
        try {
            if (event instanceof Event.Looked looked) {
                looks.accept(looked.observation());
            }
            return switch (rules.on(event, time.now())) {
                case Ruling.Done(List<Change> changes) -> done(event, changes);
                case Ruling.Refused(String why) -> refused(event, why);
            };
        } catch (RuntimeException bug) {
            LOG.error("an event could not be dealt with: {}", event, bug);
            refused(event, "An internal error kept this from being done; the log has the details.");
            return false;
        }
    }

    private boolean done(Event event, List<Change> changes) {
        changes.forEach(books::apply);
        if (event instanceof Event.Redeclared(Declared declared, CompletableFuture<Declared> holds)) {
            holds.complete(declared);
        }
        CompletableFuture<Reply.Kept> kept =
                changes.isEmpty() ? CompletableFuture.completedFuture(Reply.Kept.IN_STORE) : journal.add(changes);
        if (event instanceof Event.Asked asked) {
            kept.thenAccept(where -> asked.reply().complete(new Reply.Done(changes, where)));
        }
        return !changes.isEmpty();
    }

    private boolean refused(Event event, String why) {
        if (event instanceof Event.Asked asked) {
            asked.reply().complete(new Reply.Refused(why));
        }
        return false;
    }
}

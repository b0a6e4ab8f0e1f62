package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes changes down, in order; what follows from one event is written in one transaction or not at all. While the
 * store is away the changes stay here, and the deliveries among them go out from memory. The intake adds; one thread
 * flushes.
 */
final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);

    /** What follows from one event, and who waits to hear where it is kept. */
    private record Entry(List<Change> changes, CompletableFuture<Reply.Kept> kept) {}

    private final Ledger ledger;
    private final MemoryOutbox memory;
    private final Silences silences;
    private final Consumer<StoreNews> news;
    private final ConcurrentLinkedQueue<Entry> queue = new ConcurrentLinkedQueue<>();
    /** Tried and not written; their deliveries are in the memory outbox. */
    private final List<Change> unwritten = new ArrayList<>();

    Journal(Ledger ledger, MemoryOutbox memory, Silences silences, Consumer<StoreNews> news) {
        this.ledger = ledger;
        this.memory = memory;
        this.silences = silences;
        this.news = news;
    }

    CompletableFuture<Reply.Kept> add(List<Change> changes) {
        CompletableFuture<Reply.Kept> kept = new CompletableFuture<>();
        queue.add(new Entry(changes, kept));
        return kept;
    }

    /** Writes all that waits; answers whether there is something new for the dispatcher to send. */
    Flushed flush() {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry = queue.poll(); entry != null; entry = queue.poll()) {
            entries.add(entry);
        }
        if (!unwritten.isEmpty()) {
            keepInMemory(entries);
            return catchUp();
        }
        return entries.isEmpty() ? Flushed.NOTHING : write(entries);
    }

    /** What a flush came to. */
    enum Flushed {
        NOTHING,
        WRITTEN,
        KEPT_IN_MEMORY
    }

    private Flushed write(List<Entry> entries) {
        List<Change> changes =
                entries.stream().flatMap(entry -> entry.changes().stream()).toList();
        try {
            commit(changes);
        } catch (StoreUnavailable trouble) {
            keepInMemory(entries);
            news.accept(new StoreNews.Failing("changes", trouble.text()));
            return Flushed.KEPT_IN_MEMORY;
        } catch (RuntimeException bug) {
            return writeOneByOne(entries, bug);
        }
        entries.forEach(entry -> entry.kept().complete(Reply.Kept.IN_STORE));
        news.accept(new StoreNews.Working("changes"));
        return Flushed.WRITTEN;
    }

    private void commit(List<Change> changes) {
        List<Delivery> added = deliveries(changes);
        memory.ahead().note(added);
        silences.end(changes);
        try {
            ledger.commit(changes);
        } catch (RuntimeException notWritten) {
            memory.ahead().drop(added);
            throw notWritten;
        }
        silences.begin(changes);
        changes.forEach(this::follow);
    }

    private void follow(Change change) {
        if (change instanceof Change.ChannelMoved moved) {
            memory.ahead().move(moved.from(), moved.to());
        }
    }

    /** One event's changes that can never be written must not hold up those of all others. */
    private Flushed writeOneByOne(List<Entry> entries, RuntimeException bug) {
        if (entries.size() > 1) {
            entries.forEach(entry -> write(List.of(entry)));
            return Flushed.WRITTEN;
        }
        Entry refused = entries.getFirst();
        LOG.error("changes that the store refuses are kept in memory only: {}", refused.changes(), bug);
        sendFromMemory(refused.changes());
        refused.kept().complete(Reply.Kept.IN_MEMORY);
        return Flushed.KEPT_IN_MEMORY;
    }

    private void keepInMemory(List<Entry> entries) {
        for (Entry entry : entries) {
            unwritten.addAll(entry.changes());
            sendFromMemory(entry.changes());
            entry.kept().complete(Reply.Kept.IN_MEMORY);
        }
    }

    private void sendFromMemory(List<Change> changes) {
        silences.end(changes);
        silences.begin(changes);
        memory.add(deliveries(changes));
    }

    private Flushed catchUp() {
        if (!isWritable() || !memory.freeze()) {
            return Flushed.KEPT_IN_MEMORY;
        }
        try {
            commit(unwritten.stream().map(this::asItStands).toList());
        } catch (StoreUnavailable trouble) {
            memory.thaw();
            news.accept(new StoreNews.Failing("changes", trouble.text()));
            return Flushed.KEPT_IN_MEMORY;
        } catch (RuntimeException bug) {
            memory.thaw();
            LOG.error("{} changes that waited cannot be written: the store refuses them", unwritten.size(), bug);
            salvage();
            return Flushed.KEPT_IN_MEMORY;
        }
        unwritten.clear();
        memory.clear();
        news.accept(new StoreNews.Working("changes"));
        return Flushed.WRITTEN;
    }

    /** Asked before the memory is frozen, for the answer may take seconds. */
    private boolean isWritable() {
        try {
            ledger.ensureWritable();
            return true;
        } catch (StoreUnavailable trouble) {
            memory.thaw();
            news.accept(new StoreNews.Failing("changes", trouble.text()));
            return false;
        }
    }

    /** Writes what can be written, one change at a time, and gives up the rest; its deliveries go out from memory. */
    private void salvage() {
        for (Change change : List.copyOf(unwritten)) {
            try {
                commit(List.of(asItStands(change)));
                unwritten.remove(change);
                memory.drop(change);
            } catch (StoreUnavailable trouble) {
                return;
            } catch (RuntimeException bug) {
                LOG.error("given up: {}", change, bug);
                unwritten.remove(change);
            }
        }
        news.accept(new StoreNews.Working("changes"));
    }

    private Change asItStands(Change change) {
        return change instanceof Change.DeliveryAdded added
                ? new Change.DeliveryAdded(memory.asItStands(added.delivery()))
                : change;
    }

    private static List<Delivery> deliveries(List<Change> changes) {
        return changes.stream()
                .filter(Change.DeliveryAdded.class::isInstance)
                .map(change -> ((Change.DeliveryAdded) change).delivery())
                .toList();
    }
}

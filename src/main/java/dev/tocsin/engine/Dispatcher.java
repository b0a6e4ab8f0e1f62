package dev.tocsin.engine;

import dev.tocsin.core.delivery.Delivery;
import dev.tocsin.core.notice.ChannelRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every channel with something waiting is served, each on its own, so that none holds up another. One
 * thread calls {@link #round}.
 */
final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final Outbox store;
    private final MemoryOutbox memory;
    private final Post post;
    private final StoreHealth health;
    private final ExecutorService executor;
    private final Map<ChannelRef, ChannelService> services = new ConcurrentHashMap<>();
    private final Set<ChannelRef> busyWithStore = ConcurrentHashMap.newKeySet();
    private final Set<ChannelRef> busyWithMemory = ConcurrentHashMap.newKeySet();
    /** What became of deliveries of the store, and the store does not know yet. */
    private final List<Delivery> unsettled = new ArrayList<>();

    /** Channels that can be reached again, as it was heard. */
    private final Queue<Predicate<ChannelRef>> reachable = new ConcurrentLinkedQueue<>();
    /** The same, where the store was not told yet; {@link #round} alone uses it. */
    private final List<Predicate<ChannelRef>> unknownToStore = new ArrayList<>();
    /** Channels that became so while they were served, so that what was tried before is tried again. */
    private final Set<ChannelRef> late = ConcurrentHashMap.newKeySet();

    private final AtomicLong storeBacklog = new AtomicLong(-1);

    Dispatcher(Outbox store, MemoryOutbox memory, Post post, StoreHealth health, ExecutorService executor) {
        this.store = store;
        this.memory = memory;
        this.post = post;
        this.health = health;
        this.executor = executor;
    }

    /** Deliveries that wait; -1 when the store cannot be asked. */
    long backlog() {
        long waiting = storeBacklog.get();
        return waiting < 0 ? -1 : waiting + memory.backlog();
    }

    /**
     * Serves every channel that has something waiting and is not being served. A store that fails is not asked: each
     * call may block for seconds.
     */
    void round() {
        hasten();
        memory.waiting().forEach(channel -> serve(channel, memory));
        if (health.trouble().isPresent()) {
            storeBacklog.set(-1);
            return;
        }
        try {
            settleWhatIsLeft();
            hasten(store, unknownToStore);
            unknownToStore.clear();
            store.waiting().forEach(channel -> serve(channel, store));
            storeBacklog.set(store.backlog());
        } catch (StoreUnavailable trouble) {
            storeBacklog.set(-1);
        }
    }

    /** Those channels can be reached again: the next round tries what waits for them. Any thread may call it. */
    void hasten(Predicate<ChannelRef> channels) {
        reachable.add(channels);
    }

    private void hasten() {
        List<Predicate<ChannelRef>> heard = new ArrayList<>();
        for (var next = reachable.poll(); next != null; next = reachable.poll()) {
            heard.add(next);
        }
        for (Predicate<ChannelRef> channels : heard) {
            busyWithMemory.stream().filter(channels).forEach(late::add);
            busyWithStore.stream().filter(channels).forEach(late::add);
        }
        hasten(memory, heard);
        unknownToStore.addAll(heard);
    }

    private void hasten(Outbox outbox, List<Predicate<ChannelRef>> heard) {
        if (heard.isEmpty()) {
            return;
        }
        Set<ChannelRef> waiting = outbox.waiting().stream()
                .filter(channel -> heard.stream().anyMatch(channels -> channels.test(channel)))
                .collect(Collectors.toSet());
        outbox.hasten(waiting, post.time().now());
    }

    private void serve(ChannelRef channel, Outbox outbox) {
        Set<ChannelRef> busy = outbox == memory ? busyWithMemory : busyWithStore;
        if (!busy.add(channel)) {
            return;
        }
        try {
            executor.execute(() -> {
                try {
                    settle(outbox, served(channel, outbox));
                    if (late.remove(channel)) {
                        outbox.hasten(Set.of(channel), post.time().now());
                    }
                } catch (StoreUnavailable trouble) {
                    storeBacklog.set(-1);
                } catch (RuntimeException bug) {
                    LOG.error("serving {} failed with a fault of ours", channel, bug);
                } finally {
                    busy.remove(channel);
                }
            });
        } catch (RejectedExecutionException closing) {
            busy.remove(channel);
        }
    }

    private List<Delivery> served(ChannelRef channel, Outbox outbox) {
        if (outbox == memory) {
            return service(channel).serve(memory, memory.ahead()::precedes);
        }
        List<Delivery> served = service(channel).serve(store, memory::precedes);
        memory.ahead().settle(served);
        return served;
    }

    private ChannelService service(ChannelRef channel) {
        return services.computeIfAbsent(channel, ref -> new ChannelService(ref, post));
    }

    private void settle(Outbox outbox, List<Delivery> deliveries) {
        if (deliveries.isEmpty()) {
            return;
        }
        try {
            outbox.settle(deliveries);
        } catch (StoreUnavailable trouble) {
            synchronized (unsettled) {
                unsettled.addAll(deliveries);
            }
        }
    }

    private void settleWhatIsLeft() {
        List<Delivery> left;
        synchronized (unsettled) {
            left = List.copyOf(unsettled);
        }
        if (left.isEmpty()) {
            return;
        }
        store.settle(left);
        synchronized (unsettled) {
            unsettled.removeAll(left);
        }
    }
}

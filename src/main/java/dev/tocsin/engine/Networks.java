package dev.tocsin.engine;

import dev.tocsin.core.network.LookedUp;
import dev.tocsin.core.observe.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which networks targets stand in: the parts that know it, what they keep, and the threads that move them. */
final class Networks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Networks.class);

    /** From one round to the next; a new target is looked up within it. */
    private static final Duration ROUND = Duration.ofSeconds(10);

    private static final int AT_ONCE = 2;

    /** Lookups that wait; what is more is asked for again in the next round. */
    static final int MOST_WAITING = 1_000;

    private final Atlas atlas;
    private final Timepiece time;
    private final AddressBook addresses;
    private final Lookups lookups;
    private final Memberships memberships;
    private final ExecutorService executor;
    private final Loop loop;

    private Networks(Parts parts, Watch watch) {
        this.atlas = parts.atlas();
        this.time = parts.time();
        this.executor = parts.executor();
        this.addresses = new AddressBook();
        this.lookups = new Lookups(parts.origins(), executor, time);
        this.memberships = new Memberships(watch, addresses, lookups, time);
        this.loop = new Loop("networks", ROUND, this::round);
        Atlas.Page before = atlas.load(oldest());
        lookups.remember(before.lookedUp());
        addresses.remember(before.used());
    }

    /** What it is made of that others own or tests replace. */
    record Parts(OriginLookup origins, Atlas atlas, ExecutorService executor, Timepiece time) {}

    /** With what the store remembers, not started; throws {@link StoreUnavailable}. */
    static Networks of(Fittings fittings, Stores stores, Watch watch, Timepiece time) {
        return of(new Parts(fittings.origins(), stores.atlas(), pool(), time), watch);
    }

    static Networks of(Parts parts, Watch watch) {
        return new Networks(parts, watch);
    }

    /** Few threads and a bounded queue, apart from those that look; idle it has no thread. */
    static ExecutorService pool() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("tocsin-lookup-", 0).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    Memberships memberships() {
        return memberships;
    }

    void saw(Observation look) {
        addresses.saw(look);
    }

    void start() {
        loop.start();
    }

    /**
     * Asks for what is due and writes down what is new. What cannot be written waits for the next round; that the store
     * fails is told by those who write more often.
     */
    void round() {
        memberships.round();
        Instant now = time.now();
        List<LookedUp> lookedUp = lookups.takeUnsaved();
        Atlas.Page page = new Atlas.Page(lookedUp, addresses.unsaved(now));
        if (page.isEmpty()) {
            return;
        }
        try {
            atlas.keep(page, oldest());
            addresses.saved(page.used());
        } catch (StoreUnavailable trouble) {
            lookups.handBack(lookedUp);
            LOG.debug("where targets stand is written down later: {}", trouble.text());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
        loop.close();
    }

    private Instant oldest() {
        return time.now().minus(LookedUp.STALE);
    }
}

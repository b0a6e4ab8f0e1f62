package dev.tocsin.engine;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.Announcement;
import dev.tocsin.core.network.LookedUp;
import dev.tocsin.core.network.LookupZones;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What lookups said of addresses, and the asking: off the path of looks, each address by one lookup at a time, none
 * that is not public. A lookup that fails leaves what was known before. Safe for use by many threads; no call blocks.
 */
final class Lookups {
    private static final Logger LOG = LoggerFactory.getLogger(Lookups.class);

    private final OriginLookup origins;
    private final Executor executor;
    private final Timepiece time;
    private final Map<Address, LookedUp> known = new ConcurrentHashMap<>();
    private final Map<Address, Instant> failed = new ConcurrentHashMap<>();
    private final Set<Address> asking = ConcurrentHashMap.newKeySet();
    private final Set<Address> unsaved = ConcurrentHashMap.newKeySet();

    /**
     * @param executor that rejects what is too much; it is asked for again
     */
    Lookups(OriginLookup origins, Executor executor, Timepiece time) {
        this.origins = origins;
        this.executor = executor;
        this.time = time;
    }

    void remember(Collection<LookedUp> before) {
        before.forEach(one -> known.putIfAbsent(one.address(), one));
    }

    /** What holds of the address now; empty where nothing is known. */
    Optional<LookedUp> of(Address address) {
        return Optional.ofNullable(known.get(address)).filter(one -> one.age(time.now()) != LookedUp.Age.OVER);
    }

    /** Asks for those of which nothing fresh is known, as far as there is room, and forgets what is over and not asked for. */
    void want(Set<Address> addresses, LookupZones zones) {
        Instant now = time.now();
        known.values().removeIf(one -> one.age(now) == LookedUp.Age.OVER && !addresses.contains(one.address()));
        failed.keySet().retainAll(addresses);
        addresses.stream().filter(one -> isDue(one, now) && one.isPublic()).forEach(one -> ask(one, zones));
    }

    /** What came in since the last time; hand it back where it could not be written. */
    List<LookedUp> takeUnsaved() {
        Set<Address> taken = new HashSet<>(unsaved);
        unsaved.removeAll(taken);
        return taken.stream()
                .flatMap(one -> Optional.ofNullable(known.get(one)).stream())
                .toList();
    }

    void handBack(Collection<LookedUp> notWritten) {
        notWritten.forEach(one -> unsaved.add(one.address()));
    }

    private boolean isDue(Address address, Instant now) {
        boolean fresh = Optional.ofNullable(known.get(address))
                .filter(one -> one.age(now) == LookedUp.Age.FRESH)
                .isPresent();
        boolean resting = Optional.ofNullable(failed.get(address))
                .map(at -> Duration.between(at, now))
                .filter(age -> !age.isNegative() && age.compareTo(LookedUp.NOTHING) < 0)
                .isPresent();
        return !fresh && !resting;
    }

    private void ask(Address address, LookupZones zones) {
        if (!asking.add(address)) {
            return;
        }
        try {
            executor.execute(() -> {
                take(address, answer(address, zones));
                asking.remove(address);
            });
        } catch (RejectedExecutionException full) {
            asking.remove(address);
        }
    }

    private OriginLookup.Answer answer(Address address, LookupZones zones) {
        try {
            return origins.ask(address, zones);
        } catch (RuntimeException bug) {
            LOG.error("a lookup of {} failed with a fault of ours", address, bug);
            return new OriginLookup.Answer.Failed(bug.toString());
        }
    }

    private void take(Address address, OriginLookup.Answer answer) {
        switch (answer) {
            case OriginLookup.Answer.Found(Announcement announcement) -> know(address, Optional.of(announcement));
            case OriginLookup.Answer.Nothing() -> know(address, Optional.empty());
            case OriginLookup.Answer.Failed(String why) -> {
                failed.put(address, time.now());
                LOG.debug("whose {} is could not be found out: {}", address, why);
            }
        }
    }

    private void know(Address address, Optional<Announcement> found) {
        failed.remove(address);
        known.put(address, new LookedUp(address, found, time.now()));
        unsaved.add(address);
    }
}

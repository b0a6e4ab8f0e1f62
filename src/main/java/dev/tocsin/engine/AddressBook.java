package dev.tocsin.engine;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.Atlas.Used;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The address that each target used last: of a look that worked, and of one that failed only while none is known, so
 * that wrong answers of name servers move nothing. Safe for use by many threads; no call blocks.
 */
final class AddressBook {
    /** What is near what was written is written at most so often: some names lead to another address at each look. */
    static final Duration NEARBY = Duration.ofHours(1);
    /** Written anew though it is the same, so that what is old can be dropped. */
    static final Duration SAME = Duration.ofDays(1);

    private final Map<TargetId, Address> last = new ConcurrentHashMap<>();
    private final Map<TargetId, String> spelled = new ConcurrentHashMap<>();
    private final Map<TargetId, Used> written = new ConcurrentHashMap<>();

    void remember(Map<TargetId, Used> before) {
        before.forEach((target, used) -> {
            last.putIfAbsent(target, used.address());
            written.putIfAbsent(target, used);
        });
    }

    void saw(Observation look) {
        Optional<String> address = look.finding().address();
        boolean counts = look.outcome().isWorking()
                || (look.outcome() instanceof Outcome.Down && !last.containsKey(look.target()));
        if (counts && address.isPresent() && !address.get().equals(spelled.get(look.target()))) {
            Address.parse(address.get()).ifPresent(one -> {
                spelled.put(look.target(), address.get());
                last.put(look.target(), one);
            });
        }
    }

    Optional<Address> of(TargetId target) {
        return Optional.ofNullable(last.get(target));
    }

    /** Forgets targets that are watched no more. */
    void retain(Set<TargetId> watched) {
        last.keySet().retainAll(watched);
        spelled.keySet().retainAll(watched);
        written.keySet().retainAll(watched);
    }

    /** What is to be written now. */
    Map<TargetId, Used> unsaved(Instant now) {
        Map<TargetId, Used> unsaved = new HashMap<>();
        last.forEach((target, address) -> {
            if (isWorthWriting(Optional.ofNullable(written.get(target)), address, now)) {
                unsaved.put(target, new Used(address, now));
            }
        });
        return unsaved;
    }

    void saved(Map<TargetId, Used> done) {
        written.putAll(done);
    }

    private static boolean isWorthWriting(Optional<Used> before, Address address, Instant now) {
        if (before.isEmpty()) {
            return true;
        }
        Used used = before.get();
        Duration age = Duration.between(used.at(), now).abs();
        if (used.address().equals(address)) {
            return age.compareTo(SAME) >= 0;
        }
        boolean near = address.neighbourhood().equals(used.address().neighbourhood());
        return !near || age.compareTo(NEARBY) >= 0;
    }
}

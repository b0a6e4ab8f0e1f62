package dev.tocsin.engine;

import dev.tocsin.core.cause.Naming;
import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.target.Target;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Looks past names that fail, at the address that served last: beside the path of probing, and judged by nobody. They
 * tell a fault of names from a fault of servers. Safe for use by many threads.
 */
final class PinnedLooks {
    /** From one look past a failing name to the next. */
    static final Duration APART = Duration.ofMinutes(1);

    private final Prober prober;
    private final Executor executor;
    private final Map<TargetId, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(Instant asked, Optional<Naming.Pinned> state) {}

    PinnedLooks(Prober prober, Executor executor) {
        this.prober = prober;
        this.executor = executor;
    }

    /** Looks at this address, unless it did so a moment ago. Returns at once. */
    void ask(Target target, String address, Instant now) {
        Seen before = seen.get(target.id());
        if (before != null && Duration.between(before.asked(), now).compareTo(APART) < 0) {
            return;
        }
        seen.put(target.id(), new Seen(now, before == null ? Optional.empty() : before.state()));
        try {
            executor.execute(() -> look(target, address));
        } catch (RejectedExecutionException closing) {
            seen.remove(target.id());
        }
    }

    /** What the last such look found, where there was one. */
    Optional<Naming.Pinned> state(TargetId target) {
        return Optional.ofNullable(seen.get(target)).flatMap(Seen::state);
    }

    void forget(TargetId target) {
        seen.remove(target);
    }

    private void look(Target target, String address) {
        Optional<Finding> found = prober.lookAt(
                address, target.check(), target.reach(), target.pace().timeout());
        found.ifPresent(finding -> seen.computeIfPresent(
                target.id(), (id, before) -> new Seen(before.asked(), Naming.pinned(finding.outcome()))));
    }
}

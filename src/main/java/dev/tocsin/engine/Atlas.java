package dev.tocsin.engine;

import dev.tocsin.core.network.Address;
import dev.tocsin.core.network.LookedUp;
import dev.tocsin.core.target.TargetId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Where it is kept over restarts whose addresses are, and which address each target used last. Every call may throw
 * {@link StoreUnavailable}.
 */
public interface Atlas {
    /** Keeps nothing. */
    Atlas BLANK = new Atlas() {
        @Override
        public Page load(Instant since) {
            return new Page(List.of(), Map.of());
        }

        @Override
        public void keep(Page news, Instant since) {}
    };

    /**
     * What is written at once.
     *
     * @param used by target, the address that was used last and when that was written down
     */
    record Page(Collection<LookedUp> lookedUp, Map<TargetId, Used> used) {
        public Page {
            lookedUp = List.copyOf(lookedUp);
            used = Map.copyOf(used);
        }

        boolean isEmpty() {
            return lookedUp.isEmpty() && used.isEmpty();
        }
    }

    /** An address that a target used. */
    record Used(Address address, Instant at) {}

    /** All that is not older. */
    Page load(Instant since);

    /** Writes this over what was kept of the same addresses and targets, and drops what is older, in one transaction. */
    void keep(Page news, Instant since);
}

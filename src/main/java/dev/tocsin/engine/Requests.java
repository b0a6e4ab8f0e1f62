package dev.tocsin.engine;

import dev.tocsin.core.observe.Observation;
import dev.tocsin.core.target.TargetId;
import java.util.Optional;

/** The way people change things. Safe for use by many threads. */
public interface Requests {
    /** Carries the request out, in turn with everything else that changes; waits for the store, at most 5 s. Later it is {@link Reply.Waiting}. */
    Reply submit(Request request);

    /** Looks at a target now, and lets the look count; waits for it. Empty if the target is not watched. */
    Optional<Observation> lookNow(TargetId target);
}

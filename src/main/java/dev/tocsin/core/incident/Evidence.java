package dev.tocsin.core.incident;

import dev.tocsin.core.observe.ControlCount;
import dev.tocsin.core.observe.Failure;
import dev.tocsin.core.observe.Vantage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was measured when an outage was confirmed.
 *
 * @param failed looks that failed since the onset
 * @param looks judged looks since the onset
 * @param controls controls that answered meanwhile; empty where none are configured
 * @param stillReachable names of targets outside the network (or, with no network, other targets) that answered within
 *     their last two intervals; at most five
 */
public record Evidence(
        int failed,
        int looks,
        Set<Vantage> vantages,
        Failure failure,
        Optional<ControlCount> controls,
        List<String> stillReachable) {
    public Evidence {
        vantages = Set.copyOf(vantages);
        stillReachable = List.copyOf(stillReachable);
    }
}

package dev.tocsin.replay;

import dev.tocsin.core.observe.Finding;
import dev.tocsin.core.observe.Outcome;
import dev.tocsin.core.observe.Timings;
import dev.tocsin.core.target.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was seen of some targets, and when. Between two rows a target is held to be as the earlier one says, and after its
 * last as that one says; of the time before its first nothing is known.
 */
public final class Recording {
    private static final Finding NOTHING = new Finding(
            new Outcome.Unjudged(Outcome.Reason.NOT_RUNNING, "nothing is recorded of it yet"),
            new Timings(Map.of(), Duration.ZERO),
            Optional.empty());

    private final SortedMap<TargetId, NavigableMap<Instant, Finding>> rows = new TreeMap<>();

    /** Of two rows of one target and instant the later one counts. */
    void add(TargetId target, Instant at, Finding finding) {
        rows.computeIfAbsent(target, ignored -> new TreeMap<>()).put(at, finding);
    }

    public Set<TargetId> targets() {
        return Collections.unmodifiableSet(rows.keySet());
    }

    /** What was found at each time, in order; empty for a target of which nothing was recorded. */
    NavigableMap<Instant, Finding> of(TargetId target) {
        return rows.getOrDefault(target, Collections.emptyNavigableMap());
    }

    Finding at(TargetId target, Instant instant) {
        Map.Entry<Instant, Finding> row = of(target).floorEntry(instant);
        return row == null ? NOTHING : row.getValue();
    }

    public int size() {
        return rows.values().stream().mapToInt(Map::size).sum();
    }

    /** The earliest row; throws {@link java.util.NoSuchElementException} where there is none. */
    public Instant first() {
        return rows.values().stream()
                .map(NavigableMap::firstKey)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The latest row, likewise. */
    public Instant last() {
        return rows.values().stream()
                .map(NavigableMap::lastKey)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}

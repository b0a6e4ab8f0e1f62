package dev.tocsin.core.cause;

import dev.tocsin.core.observe.ControlCount;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that was measured of an outage and bears on its cause. What is empty was not measured, and speaks neither
 * for nor against anything.
 *
 * @param failing the targets the outage is about; at least one
 * @param members the network they stand in, where they stand in one
 * @param relatives other networks of the same country or operator that answer, of those that were looked at since
 * @param elsewhere other networks, whichever, that fail as well, of those that were looked at since
 * @param plan whether somebody had announced it
 */
public record Features(
        List<Symptoms> failing,
        Optional<Members> members,
        Optional<Tally> relatives,
        Optional<Tally> elsewhere,
        Sighting sighting,
        Optional<ControlCount> controls,
        Optional<Plan> plan) {
    public Features {
        if (failing.isEmpty()) {
            throw new IllegalArgumentException("an outage is about something");
        }
        failing = List.copyOf(failing);
    }

    public enum Plan {
        /** A maintenance was announced for now. */
        WITHIN,
        NONE
    }

    /** Looks that failed since the onset, of all that were made. */
    Tally since() {
        return failing.stream().map(Symptoms::since).reduce(Tally.NONE, Tally::plus);
    }

    /** Looks that failed shortly before the onset, of those that are known. */
    Tally before() {
        return failing.stream().flatMap(one -> one.before().stream()).reduce(Tally.NONE, Tally::plus);
    }

    int relapses() {
        return failing.stream().mapToInt(Symptoms::relapses).sum();
    }

    /** How the failed looks failed. */
    Map<Sign, Integer> signs() {
        Map<Sign, Integer> all = new EnumMap<>(Sign.class);
        failing.forEach(one -> one.signs().forEach((sign, count) -> all.merge(sign, count, Integer::sum)));
        return all;
    }

    /** Failed looks that failed in one of these ways, of all failed ones. */
    Tally failed(Set<Sign> ways) {
        int count = signs().entrySet().stream()
                .filter(one -> ways.contains(one.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return new Tally(count, since().count());
    }

    /** The middle one of what is known of how much slower they had become. */
    Optional<Double> slowdown() {
        List<Double> known = failing.stream()
                .flatMap(one -> one.slowdown().stream())
                .sorted()
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() / 2));
    }

    /** Targets of which it is known that the address that served last does so. */
    Tally pinned(Naming.Pinned state) {
        List<Naming.Pinned> known =
                failing.stream().flatMap(one -> one.naming().pinned().stream()).toList();
        return new Tally((int) known.stream().filter(state::equals).count(), known.size());
    }
}

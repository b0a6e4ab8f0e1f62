package dev.tocsin.core.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much of a network an incident takes in, as it stands now.
 *
 * @param down members that are down, 0 to {@code known}
 * @param most the most that were down at once
 * @param told how many a notice last said are down
 * @param known members that are watched, counted when it opened
 * @param names of some that are down, those that matter most first
 * @param returning when a return was told while others were still down; empty where it was not
 */
public record Extent(int down, int most, int told, int known, List<String> names, Optional<Instant> returning) {
    /** From this share on, in percent, a whole network counts as unreachable. */
    public static final int WHOLE = 80;

    public Extent {
        names = List.copyOf(names);
    }

    /** Whether so much of it was down at once that it counts as unreachable; else it is disrupted in part. */
    public boolean isWhole() {
        return most * 100 >= known * WHOLE;
    }

    /** Members that were down and answer again. */
    public int back() {
        return most - down;
    }

    /** The share that was down at the worst, in percent. */
    public int percent() {
        return known == 0 ? 0 : Math.round(100f * most / known);
    }

    /** The same once a return was told. */
    public Extent told(Instant now) {
        return new Extent(down, most, told, known, names, Optional.of(now));
    }

    /** The same once it was told how many are down. */
    public Extent toldAll() {
        return new Extent(down, most, most, known, names, returning);
    }
}

package dev.tocsin.core.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From what a past is read: the coarsest roll-ups that fit into its middle, finer ones towards its edges. Where what is
 * fine is kept no more, the time is widened to whole roll-ups of what is.
 *
 * @param parts in order of time, each beginning where the one before ends
 */
public record ReadingPlan(List<Part> parts) {
    /**
     * A stretch {@code [from, until)} read from roll-ups of one grain; seconds stand for looks.
     */
    public record Part(Grain grain, Instant from, Instant until) {}

    public ReadingPlan {
        parts = List.copyOf(parts);
    }

    /**
     * How to read {@code [from, until)}, which is not empty.
     *
     * @param coarsest the coarsest grain that is fine enough for whoever asks
     */
    public static ReadingPlan of(Instant from, Instant until, Grain coarsest, Kept kept) {
        Instant end =
                kept.finest(until) == Grain.SECOND ? until : kept.finest(until).ceiling(until);
        List<Part> parts = new ArrayList<>();
        Grain finest = kept.finest(from);
        Instant at = finest == Grain.SECOND ? from : finest.floor(from);
        while (at.isBefore(end)) {
            Part part = next(at, end, coarsest, kept);
            at = part.until();
            if (!parts.isEmpty() && parts.getLast().grain() == part.grain()) {
                part = new Part(part.grain(), parts.removeLast().from(), at);
            }
            parts.add(part);
        }
        return new ReadingPlan(parts);
    }

    private static Part next(Instant at, Instant end, Grain coarsest, Kept kept) {
        if (!at.isBefore(kept.rolledUntil()) || (coarsest == Grain.SECOND && kept.has(Grain.SECOND, at))) {
            return new Part(Grain.SECOND, at, end);
        }
        Instant rolled = end.isBefore(kept.rolledUntil()) ? end : kept.rolledUntil();
        return Stream.concat(finer(coarsest), coarser(coarsest))
                .flatMap(grain -> whole(grain, at, rolled, coarsest, kept).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is kept at " + at + " of " + kept));
    }

    /** Whole roll-ups from here on, where there are any. */
    private static Optional<Part> whole(Grain grain, Instant at, Instant end, Grain coarsest, Kept kept) {
        if (!kept.has(grain, at)) {
            return Optional.empty();
        }
        Instant last = grain == Grain.SECOND ? end : grain.floor(end);
        if (!at.isBefore(last) || (grain != Grain.SECOND && !grain.floor(at).equals(at))) {
            return Optional.empty();
        }
        return Optional.of(new Part(grain, at, grain == coarsest ? last : stop(grain, at, last, coarsest)));
    }

    /** Up to where a coarser one may begin, or, of one that is too coarse, to where it ends. */
    private static Instant stop(Grain grain, Instant at, Instant last, Grain coarsest) {
        Grain step = grain.compareTo(coarsest) > 0
                ? grain
                : coarser(grain).findFirst().orElse(coarsest);
        Instant stop = step.next(at);
        return stop.isBefore(last) ? stop : last;
    }

    /** Those that are wanted, the coarsest first. */
    private static Stream<Grain> finer(Grain coarsest) {
        return Arrays.stream(Grain.values())
                .filter(grain -> grain.compareTo(coarsest) <= 0)
                .sorted(Comparator.reverseOrder());
    }

    /** Those that are taken only where nothing finer is left, the finest first. */
    private static Stream<Grain> coarser(Grain coarsest) {
        return Arrays.stream(Grain.values()).filter(grain -> grain.compareTo(coarsest) > 0);
    }
}

package dev.tocsin.engine;

import dev.tocsin.core.target.Pace;
import dev.tocsin.core.target.TargetId;
import dev.tocsin.engine.LookPlan.DueLook;
import dev.tocsin.engine.LookPlan.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** One share of the plan. Its lock is held for as long as it takes to move a few entries of an ordered set. */
final class Shard {
    private record Entry(Instant at, TargetId target, Kind kind) {}

    private final Map<TargetId, Pace> paces = new HashMap<>();
    private final Map<TargetId, Entry> again = new HashMap<>();
    private final Map<TargetId, Entry> regular = new HashMap<>();
    private final TreeSet<Entry> order = new TreeSet<>(
            Comparator.comparing(Entry::at).thenComparing(Entry::target).thenComparing(Entry::kind));

    /** Gives each target to the shard it belongs to now, with its place in time. */
    synchronized void giveUp(Function<TargetId, Shard> next) {
        paces.forEach((target, pace) -> next.apply(target)
                .take(
                        target,
                        pace,
                        Stream.of(regular.get(target), again.get(target))
                                .filter(Objects::nonNull)
                                .toList()));
    }

    private synchronized void take(TargetId target, Pace pace, List<Entry> entries) {
        paces.put(target, pace);
        entries.forEach(entry -> place(entry.kind() == Kind.REGULAR ? regular : again, entry));
    }

    synchronized void replan(Map<TargetId, Pace> wanted, Instant now) {
        List.copyOf(paces.keySet()).stream()
                .filter(target -> !wanted.containsKey(target))
                .forEach(this::drop);
        wanted.forEach((target, pace) -> {
            Pace before = paces.put(target, pace);
            if (before == null) {
                plan(target, pace, now);
            } else if (!before.every().equals(pace.every())) {
                planRegular(target, pace, now);
            }
        });
    }

    synchronized void lookAgain(TargetId target, Instant at) {
        Entry standing = again.get(target);
        if (!paces.containsKey(target) || (standing != null && !standing.at().isAfter(at))) {
            return;
        }
        place(again, new Entry(at, target, Kind.AGAIN));
    }

    synchronized Optional<Instant> next() {
        return order.isEmpty() ? Optional.empty() : Optional.of(order.first().at());
    }

    synchronized List<DueLook> due(Instant now) {
        List<DueLook> due = new ArrayList<>();
        while (!order.isEmpty() && !order.first().at().isAfter(now)) {
            Entry entry = order.removeFirst();
            if (entry.kind() == Kind.AGAIN) {
                again.remove(entry.target());
                due.add(new DueLook(entry.target(), entry.at(), Kind.AGAIN, 0));
            } else {
                due.add(regular(entry, now));
            }
        }
        return due;
    }

    synchronized void realign(Instant now) {
        order.clear();
        again.clear();
        regular.clear();
        paces.forEach((target, pace) -> plan(target, pace, now));
    }

    private DueLook regular(Entry entry, Instant now) {
        Pace pace = Objects.requireNonNull(paces.get(entry.target()), "planned without a pace");
        long missed = LookTimes.passedSince(entry.at(), pace.every(), now);
        Instant latest = entry.at().plus(pace.every().multipliedBy(missed));
        place(regular, new Entry(latest.plus(pace.every()), entry.target(), Kind.REGULAR));
        return new DueLook(entry.target(), latest, Kind.REGULAR, missed);
    }

    private void plan(TargetId target, Pace pace, Instant now) {
        planRegular(target, pace, now);
        if (pace.every().compareTo(LookPlan.FIRST_LOOK_WITHIN) > 0) {
            lookAgain(target, LookTimes.nextAfter(target, LookPlan.FIRST_LOOK_WITHIN, now));
        }
    }

    private void planRegular(TargetId target, Pace pace, Instant now) {
        place(regular, new Entry(LookTimes.nextAfter(target, pace.every(), now), target, Kind.REGULAR));
    }

    private void drop(TargetId target) {
        paces.remove(target);
        for (Map<TargetId, Entry> entries : List.of(regular, again)) {
            Entry entry = entries.remove(target);
            if (entry != null) {
                order.remove(entry);
            }
        }
    }

    private void place(Map<TargetId, Entry> entries, Entry entry) {
        Entry before = entries.put(entry.target(), entry);
        if (before != null) {
            order.remove(before);
        }
        order.add(entry);
    }
}

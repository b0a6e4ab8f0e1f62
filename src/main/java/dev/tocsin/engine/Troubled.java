package dev.tocsin.engine;

import dev.tocsin.core.detect.Health;
import dev.tocsin.core.incident.Extent;
import dev.tocsin.core.network.Group;
import dev.tocsin.core.network.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A network some of whose targets fail or are down, as it stands at one instant.
 *
 * @param source how it is known that they stand in it
 * @param members everyone who is watched in it, those that answer too
 */
record Troubled(Group group, Place.Source source, List<WatchedTarget> members) {
    /** Fewer targets say nothing of a network. */
    static final int LEAST = 3;

    /** From this share on, in percent, a network is disrupted in part. */
    static final int PART = 20;

    /** A network that fails for less may come back before anybody could act. */
    static final Duration SPAN = Duration.ofSeconds(20);

    /** Failures this far apart are not of one event. */
    static final Duration TOGETHER = Duration.ofMinutes(10);

    /** So long after the first confirmed outage a partial disruption is told, although others may follow. */
    static final Duration SETTLED = Duration.ofSeconds(8);

    /** Members whose last judged look failed and that are suspected or down, of one event with the latest of them. */
    List<WatchedTarget> failing() {
        List<WatchedTarget> all = members.stream().filter(Troubled::fails).toList();
        Optional<Instant> latest = all.stream().map(Troubled::began).max(Comparator.naturalOrder());
        return all.stream()
                .filter(one -> Outbreaks.since(began(one), latest.orElseThrow()).compareTo(TOGETHER) <= 0)
                .toList();
    }

    /** Members that are confirmed down. */
    List<WatchedTarget> down() {
        return members.stream()
                .filter(one -> one.stance().health() instanceof Health.Down
                        || one.stance().health() instanceof Health.Recovering)
                .toList();
    }

    /** Whether one incident tells of the network from now on. */
    boolean opens(Instant now) {
        List<WatchedTarget> failing = failing();
        if (members.size() < LEAST || failing.size() < LEAST) {
            return false;
        }
        List<WatchedTarget> sure = failing.stream().filter(Troubled::isSure).toList();
        List<WatchedTarget> down =
                failing.stream().filter(one -> !isSuspected(one)).toList();
        return isWhole(down.size())
                || (isWhole(sure.size()) && Outbreaks.since(first(sure), now).compareTo(SPAN) >= 0)
                || opensInPart(down, failing, now)
                || opensInPartSoon(down, sure, now);
    }

    /** Whether so many fail that the whole network may. */
    boolean failsWhole() {
        return isWhole(failing().size());
    }

    private boolean opensInPart(List<WatchedTarget> down, List<WatchedTarget> failing, Instant now) {
        return isPart(down.size())
                && (down.size() == failing.size()
                        || down.stream()
                                .map(one -> ((Health.Down) one.stance().health()).confirmedAt())
                                .anyMatch(at -> Outbreaks.since(at, now).compareTo(SETTLED) >= 0));
    }

    /** One was confirmed a while ago, and enough others failed every look since, for {@link #SPAN} at least. */
    private boolean opensInPartSoon(List<WatchedTarget> down, List<WatchedTarget> sure, Instant now) {
        List<WatchedTarget> lasting =
                sure.stream().filter(one -> failsThroughout(one, now)).toList();
        return !down.isEmpty()
                && isPart(lasting.size())
                && down.stream()
                        .map(one -> ((Health.Down) one.stance().health()).confirmedAt())
                        .anyMatch(at -> Outbreaks.since(at, now).compareTo(SETTLED) >= 0);
    }

    private static boolean failsThroughout(WatchedTarget one, Instant now) {
        return !isSuspected(one)
                || (one.stance().belief().failures() == one.stance().belief().looks()
                        && Outbreaks.since(began(one), now).compareTo(SPAN) >= 0);
    }

    private boolean isPart(int count) {
        return count >= LEAST && count * 100 >= members.size() * PART;
    }

    private boolean isWhole(int count) {
        return count >= LEAST && count * 100 >= members.size() * Extent.WHOLE;
    }

    private static Instant first(List<WatchedTarget> some) {
        return some.stream().map(Troubled::began).min(Comparator.naturalOrder()).orElse(Instant.MAX);
    }

    private static boolean fails(WatchedTarget one) {
        boolean suspected = isSuspected(one) || one.stance().health() instanceof Health.Down;
        Optional<Instant> success = one.stance().belief().lastSuccess();
        Optional<Instant> failure = one.stance().belief().lastFailure();
        return suspected
                && failure.isPresent()
                && success.filter(failure.get()::isBefore).isEmpty();
    }

    /** One failed look is too little to say that a member fails with its network. */
    private static boolean isSure(WatchedTarget one) {
        return !isSuspected(one) || one.stance().belief().failures() >= 2;
    }

    private static boolean isSuspected(WatchedTarget one) {
        return one.stance().health() instanceof Health.Suspected;
    }

    private static Instant began(WatchedTarget one) {
        return Outbreaks.onset(one).orElseThrow().firstFailure();
    }
}

package dev.tocsin.chat.telegram.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Telegram's limits on what posts and edits messages, by the fake's clock; off at first.
 * A call that is refused does not count.
 * Figures: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
public final class Flood {
    public enum Limit {
        /** 30 in any second over all chats. */
        OVERALL,
        /** One a second in a chat; up to {@link Flood#BURST} at once after a rest. */
        CHAT,
        /** 20 in any minute in a group. */
        GROUP
    }

    public static final int ALL = 30;
    public static final int BURST = 3;
    public static final int IN_GROUP = 20;

    private static final String EVERYWHERE = "everywhere";
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Set<Limit> on = EnumSet.noneOf(Limit.class);
    private final Map<String, Deque<Instant>> taken = new HashMap<>();
    private final Map<String, Instant> rested = new HashMap<>();
    private final Map<String, Instant> pauses = new HashMap<>();
    private final List<Recorded> early = new ArrayList<>();

    Flood(InstantSource clock) {
        this.clock = clock;
    }

    public synchronized void on(Limit... limits) {
        on.addAll(List.of(limits));
    }

    public synchronized void off() {
        on.clear();
    }

    /** The calls that came to a chat before a pause ended that an earlier answer had asked for. */
    public synchronized List<Recorded> early() {
        return List.copyOf(early);
    }

    /** An answer asked for that pause. */
    synchronized void pause(Recorded request, Duration pause) {
        request.chat().ifPresent(chat -> pauses.put(chat, clock.instant().plus(pause)));
    }

    /** Notes a call before it is answered. */
    synchronized void meet(Recorded request) {
        Instant now = clock.instant();
        request.chat().map(pauses::get).filter(now::isBefore).ifPresent(until -> early.add(request));
    }

    /** Counts the call; how long to wait when it is one too many. */
    synchronized Optional<Duration> take(Recorded request, FakeChat.Kind kind) {
        String chat = request.chat().orElse("");
        List<Duration> waits = new ArrayList<>();
        if (on.contains(Limit.OVERALL)) {
            waits.add(wait(EVERYWHERE, ALL, SECOND));
        }
        if (on.contains(Limit.CHAT)) {
            waits.add(rest(chat));
        }
        if (on.contains(Limit.GROUP) && kind.isGroup()) {
            waits.add(wait(chat, IN_GROUP, MINUTE));
        }
        Optional<Duration> wait = waits.stream().filter(Duration::isPositive).max(Duration::compareTo);
        if (wait.isEmpty()) {
            count(chat);
        }
        return wait;
    }

    private void count(String chat) {
        Instant now = clock.instant();
        window(EVERYWHERE).addLast(now);
        window(chat).addLast(now);
        Instant before = rested.getOrDefault(chat, Instant.MIN);
        rested.put(chat, (before.isBefore(now) ? now : before).plus(SECOND));
    }

    private Duration wait(String where, int most, Duration span) {
        Instant now = clock.instant();
        Deque<Instant> window = window(where);
        while (!window.isEmpty() && !window.peekFirst().isAfter(now.minus(MINUTE))) {
            window.removeFirst();
        }
        List<Instant> recent =
                window.stream().filter(at -> at.isAfter(now.minus(span))).toList();
        return recent.size() < most
                ? Duration.ZERO
                : Duration.between(now, recent.get(recent.size() - most).plus(span));
    }

    /** Each message costs a second; a chat may owe {@link #BURST} of them. */
    private Duration rest(String chat) {
        Instant now = clock.instant();
        Instant owed = rested.getOrDefault(chat, Instant.MIN);
        return owed.isBefore(now.plus(SECOND.multipliedBy(BURST - 1L)).plusNanos(1))
                ? Duration.ZERO
                : Duration.between(now.plus(SECOND.multipliedBy(BURST - 1L)), owed);
    }

    private Deque<Instant> window(String where) {
        return taken.computeIfAbsent(where, key -> new ArrayDeque<>());
    }
}

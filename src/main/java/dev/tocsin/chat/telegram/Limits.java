package dev.tocsin.chat.telegram;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much may be sent, and where, kept before Telegram has to say so: 30 messages in any second, and in a chat one a
 * second after a few at once; in groups and channels 20 in any minute. Edits leave a part of that to notices. What
 * Telegram asks to wait is kept to the chat, unless it asks so of several chats at once. Nobody waits in here. Safe for
 * use by many threads.
 *
 * <p>Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
final class Limits {
    static final int OVERALL = 30;
    static final int AT_ONCE = 3;
    static final int IN_GROUP = 20;

    /** So many chats that are told to wait within a second mean all of them. */
    static final int EVERYWHERE = 3;

    private static final int EDITS_OVERALL = 24;
    private static final int EDITS_AT_ONCE = 2;
    private static final int EDITS_IN_GROUP = 15;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int MOST_LANES = 10_000;

    private final LongSupplier nanos;
    private final long began;
    private final Window all = new Window();
    private final Map<Long, Lane> lanes = new HashMap<>();
    private final Map<Long, Long> told = new HashMap<>();
    private long pausedUntil;

    /** What a call is for. */
    enum Purpose {
        NOTICE,
        EDIT
    }

    /**
     * Nothing was sent yet.
     *
     * @param nanos a monotonic count of nanoseconds
     */
    Limits(LongSupplier nanos) {
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** Counts a call that is about to be made; or how long to wait first, and it does not count. */
    synchronized Optional<Duration> take(long chat, Purpose purpose) {
        long now = now();
        Lane lane = lane(chat, now);
        boolean edit = purpose == Purpose.EDIT;
        long wait = Math.max(pausedUntil - now, lane.pausedUntil - now);
        wait = Math.max(wait, all.wait(now, edit ? EDITS_OVERALL : OVERALL, SECOND));
        wait = Math.max(wait, lane.busyUntil - now - ((edit ? EDITS_AT_ONCE : AT_ONCE) - 1) * SECOND);
        if (chat < 0) {
            wait = Math.max(wait, lane.sent.wait(now, edit ? EDITS_IN_GROUP : IN_GROUP, MINUTE));
        }
        if (wait > 0) {
            return Optional.of(Duration.ofNanos(wait));
        }
        count(lane, now);
        return Optional.empty();
    }

    /** Something was sent there that did not ask before. */
    synchronized void spend(long chat) {
        long now = now();
        count(lane(chat, now), now);
    }

    /** Telegram asks to wait for that long before anything else is sent there. */
    synchronized void pause(long chat, Duration length) {
        long now = now();
        Lane lane = lane(chat, now);
        lane.pausedUntil = Math.max(lane.pausedUntil, now + length.toNanos());
        told.values().removeIf(at -> now - at > SECOND);
        told.put(chat, now);
        if (told.size() >= EVERYWHERE) {
            pausedUntil = Math.max(pausedUntil, now + length.toNanos());
        }
    }

    /** Nothing is sent anywhere for that long. */
    synchronized void pause(Duration length) {
        pausedUntil = Math.max(pausedUntil, now() + length.toNanos());
    }

    private long now() {
        return nanos.getAsLong() - began;
    }

    private void count(Lane lane, long now) {
        all.add(now, OVERALL);
        lane.sent.add(now, IN_GROUP);
        lane.busyUntil = Math.max(lane.busyUntil, now) + SECOND;
    }

    private Lane lane(long chat, long now) {
        if (lanes.size() >= MOST_LANES) {
            lanes.values().removeIf(lane -> lane.isIdle(now));
        }
        return lanes.computeIfAbsent(chat, id -> new Lane());
    }

    private static final class Lane {
        private final Window sent = new Window();
        /** Each message takes a second. */
        private long busyUntil;

        private long pausedUntil;

        boolean isIdle(long now) {
            return busyUntil < now - MINUTE && pausedUntil < now;
        }
    }

    /** When the last calls were made. */
    private static final class Window {
        private final Deque<Long> times = new ArrayDeque<>();

        void add(long now, int most) {
            times.addLast(now);
            if (times.size() > most) {
                times.removeFirst();
            }
        }

        /** Until fewer than {@code most} were made within the span. */
        long wait(long now, int most, long span) {
            long kept = times.stream().filter(at -> now - at < span).count();
            return kept < most
                    ? 0
                    : times.stream().skip(times.size() - most).findFirst().orElse(now) + span - now;
        }
    }
}

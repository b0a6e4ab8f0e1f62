package dev.tocsin.chat.telegram;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How much may be sent, and where, kept before Telegram has to say so: 30 messages in any second, and in a chat one a
 * second after a few at once; in groups and channels 20 in any minute. Edits leave a part of that to notices, and answers
 * a greater one, since people who ask all the time must not keep a message from being set right. Chats whose notices wait for the first of these take turns. What Telegram asks to wait is kept to the
 * chat, unless it asks so of several chats at once. Nobody waits in here. Safe for use by many threads.
 *
 * <p>Source: https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
 */
final class Limits {
    static final int OVERALL = 30;
    static final int AT_ONCE = 3;
    static final int IN_GROUP = 20;

    /** So many chats that are told to wait within a second mean all of them. */
    static final int EVERYWHERE = 3;

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int MOST_LANES = 10_000;

    private final LongSupplier nanos;
    private final long began;
    private final Window all = new Window(OVERALL, SECOND);
    private final Turns turns = new Turns();
    private final Map<Long, Lane> lanes = new HashMap<>();
    private final Map<Long, Long> told = new HashMap<>();
    private long pausedUntil;

    /** What a call is for, the most urgent first. */
    enum Purpose {
        NOTICE(OVERALL, AT_ONCE, IN_GROUP),
        EDIT(27, 2, 17),
        ANSWER(24, 2, 15);

        private final int overall;
        private final int atOnce;
        private final int inGroup;

        Purpose(int overall, int atOnce, int inGroup) {
            this.overall = overall;
            this.atOnce = atOnce;
            this.inGroup = inGroup;
        }
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
        long wait = Math.max(pausedUntil, lane.pausedUntil) - now;
        wait = Math.max(wait, lane.busyUntil - now - (purpose.atOnce - 1) * SECOND);
        if (chat < 0) {
            wait = Math.max(wait, lane.sent.until(now, purpose.inGroup));
        }
        if (wait <= 0) {
            wait = purpose == Purpose.NOTICE ? turn(chat, now) : spare(purpose, now);
        }
        if (wait > 0) {
            return Optional.of(Duration.ofNanos(wait));
        }
        all.add(now);
        lane.sent.add(now);
        lane.busyUntil = Math.max(lane.busyUntil, now) + SECOND;
        return Optional.empty();
    }

    /** Until the notice's turn comes among all chats'; 0 where it has come. */
    private long turn(long chat, long now) {
        int ahead = turns.ahead(chat, now);
        int free = all.free(now);
        if (ahead < free) {
            turns.done(chat);
            return 0;
        }
        long wait = all.untilBehind(now, ahead - free);
        turns.await(chat, now, wait);
        return wait;
    }

    /** Until there is room beside the notices that wait for their turn. */
    private long spare(Purpose purpose, long now) {
        int left = purpose.overall - turns.waiting(now);
        return left > 0 ? all.until(now, left) : SECOND;
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

    private Lane lane(long chat, long now) {
        if (lanes.size() >= MOST_LANES) {
            lanes.values().removeIf(lane -> lane.isIdle(now));
        }
        return lanes.computeIfAbsent(chat, id -> new Lane());
    }

    private static final class Lane {
        private final Window sent = new Window(IN_GROUP, MINUTE);
        /** Each message takes a second. */
        private long busyUntil;

        private long pausedUntil;

        boolean isIdle(long now) {
            return busyUntil < now - MINUTE && pausedUntil < now;
        }
    }
}

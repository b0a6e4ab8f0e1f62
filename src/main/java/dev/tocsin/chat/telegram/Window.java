package dev.tocsin.chat.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** When the last calls were made; times are nanoseconds of one clock. Used by one thread at a time. */
final class Window {
    private final Deque<Long> times = new ArrayDeque<>();
    private final int most;
    private final long span;

    /**
     * One without calls.
     *
     * @param most so many calls at most are made within the span
     */
    Window(int most, long span) {
        this.most = most;
        this.span = span;
    }

    void add(long now) {
        times.addLast(now);
        if (times.size() > most) {
            times.removeFirst();
        }
    }

    /** How many more may be made now. */
    int free(long now) {
        return most - within(now).size();
    }

    /** Until one more may be made and a share of {@code few} is kept; 0 where it may be now. */
    long until(long now, int few) {
        List<Long> within = within(now);
        return within.size() < few ? 0 : within.get(within.size() - few) + span - now;
    }

    /** Until one more may be made when so many that may not be made now go before it. */
    long untilBehind(long now, int ahead) {
        List<Long> within = within(now);
        long rounds = ahead / most;
        int place = ahead % most;
        long first = place < within.size() ? within.get(place) - now : 0;
        return first + span * (rounds + 1);
    }

    private List<Long> within(long now) {
        return times.stream().filter(at -> now - at < span).toList();
    }
}

package dev.tocsin.chat.telegram;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Chats that wait until the bot may send anywhere again, each once, in the order in which they came: a chat that has much
 * to say does not come before one that has waited longer. Used by one thread at a time.
 */
final class Turns {
    /** Who does not come for so long after its turn gives it up. */
    private static final long KEPT = Duration.ofSeconds(2).toNanos();

    /** Until when each place is kept. */
    private final Map<Long, Long> places = new LinkedHashMap<>();

    /** How many wait. */
    int waiting(long now) {
        places.values().removeIf(until -> now - until > 0);
        return places.size();
    }

    /** How many go before this chat. */
    int ahead(long chat, long now) {
        places.values().removeIf(until -> now - until > 0);
        int ahead = 0;
        for (long other : places.keySet()) {
            if (other == chat) {
                return ahead;
            }
            ahead++;
        }
        return ahead;
    }

    /** The chat comes again after that long, and keeps its place if it has one. */
    void await(long chat, long now, long wait) {
        places.put(chat, now + wait + KEPT);
    }

    void done(long chat) {
        places.remove(chat);
    }
}

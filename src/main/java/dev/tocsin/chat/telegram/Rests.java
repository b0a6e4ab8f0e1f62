package dev.tocsin.chat.telegram;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Chats that are left alone for now: those the bot is not in, which it asks for again once in a while, and those of which
 * Telegram says that they are no more, until that is believed; and groups that became another chat. Safe for use by many threads.
 */
final class Rests {
    private record Asleep(long until, String why) {}

    /** When the chat was first, and last, said to be no more. */
    private record Doubt(long since, long last) {}

    private final LongSupplier nanos;
    private final TelegramChat.Patience patience;
    private final Map<Long, Asleep> asleep = new ConcurrentHashMap<>();
    private final Map<Long, Doubt> doubted = new ConcurrentHashMap<>();

    private final Map<Long, Long> moved = new ConcurrentHashMap<>();

    Rests(LongSupplier nanos, TelegramChat.Patience patience) {
        this.nanos = nanos;
        this.patience = patience;
    }

    /** The bot is not in the chat. */
    void sleep(long chat, String why) {
        asleep.put(chat, new Asleep(nanos.getAsLong() + patience.asleep().toNanos(), why));
    }

    /** Why nothing is sent there; empty where it may be. */
    Optional<String> asleep(long chat) {
        return Optional.ofNullable(asleep.get(chat))
                .filter(rest -> rest.until() - nanos.getAsLong() > 0)
                .map(Asleep::why);
    }

    /**
     * How much longer the word that a chat is no more is doubted; empty once it was said again and again for long
     * enough.
     */
    Optional<Duration> doubt(long chat) {
        long now = nanos.getAsLong();
        Doubt doubt = doubted.compute(chat, (id, before) -> {
            boolean forgotten =
                    before == null || now - before.last() > patience.asleep().toNanos();
            return new Doubt(forgotten ? now : before.since(), now);
        });
        long left = patience.doubt().toNanos() - (now - doubt.since());
        return left > 0 ? Optional.of(Duration.ofNanos(left)) : Optional.empty();
    }

    /** The group is another chat from now on. */
    void moved(long chat, long to) {
        moved.put(chat, to);
    }

    /** What the group became, as far as that was heard. */
    Optional<Long> successor(long chat) {
        return Optional.ofNullable(moved.get(chat));
    }

    /** The chat is there, and the bot in it. */
    void seen(long chat) {
        asleep.remove(chat);
        doubted.remove(chat);
    }
}

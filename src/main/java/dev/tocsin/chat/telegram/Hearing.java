package dev.tocsin.chat.telegram;

import dev.tocsin.core.notice.ChannelRef;
import java.time.Duration;
import java.util.Optional;

/**
 * What becomes known of chats and of the connection by listening. Called by threads that may block; a whole chat is meant,
 * with every topic in it.
 */
interface Hearing {
    /** A group is another chat from now on; Telegram tells it twice, and this may be called twice. */
    void moved(ChannelRef from, ChannelRef to);

    /** The bot cannot write there until it is told otherwise. */
    void asleep(ChannelRef channel, String why);

    /** The bot can write there. */
    void awake(ChannelRef channel);

    /**
     * Something that is no notice is about to be sent there, and counts against Telegram's limits; or how long to wait
     * first, and it does not count.
     */
    Optional<Duration> speak(long chat);

    /** Telegram asks to wait for that long before anything else is sent there. */
    void told(long chat, Duration pause);

    /** Telegram answers, for the first time or again. */
    void heard();

    /** Telegram refuses the token; once, until it accepts it. */
    void refused();

    /** Telegram accepts the token again. */
    void accepted();

    /** What keeps people from being heard, in a sentence; once for each time that it begins. */
    void trouble(String sentence);
}

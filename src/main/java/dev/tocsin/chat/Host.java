package dev.tocsin.chat;

import dev.tocsin.core.notice.ChannelRef;
import java.util.function.Predicate;

/** What a platform belongs to, and tells of itself. Implementations are safe for use by many threads and never block. */
public interface Host {
    /** What keeps the platform off, in a sentence. */
    void trouble(String sentence);

    /**
     * Channels of the platform that could not be reached can be again: what waits for them need wait no longer. It may be
     * said of channels that there are not, and more often than it is so.
     */
    default void reachable(Predicate<ChannelRef> channels) {}
}

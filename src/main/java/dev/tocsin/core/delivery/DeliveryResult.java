package dev.tocsin.core.delivery;

import dev.tocsin.core.notice.ChannelRef;
import java.time.Duration;
import java.util.Optional;

/** What came of one attempt to send. */
public sealed interface DeliveryResult {
    record Delivered(Receipt receipt) implements DeliveryResult {}

    /**
     * Not now, and nothing was told: tried again later, for as long as it takes.
     *
     * @param retryAfter how long the platform asked us to wait, where it did
     */
    record Deferred(Optional<Duration> retryAfter, String why) implements DeliveryResult {}

    /**
     * Its turn has not come by our own pace. Nothing was tried, so this is no failure.
     *
     * @param turn how long until it comes
     */
    record Paced(Duration turn) implements DeliveryResult {}

    /**
     * Nobody knows: the request left, and no answer came that says what became of it. Tried again later; what may have
     * been told is not taken back meanwhile.
     */
    record Uncertain(String why) implements DeliveryResult {}

    /** Never: the platform will not take this message or this channel. */
    record Rejected(String why) implements DeliveryResult {}

    /** Never, and nothing else either: the channel is no more. */
    record Gone(String why) implements DeliveryResult {}

    /** The channel has a new address; send there. */
    record Moved(ChannelRef to) implements DeliveryResult {}
}

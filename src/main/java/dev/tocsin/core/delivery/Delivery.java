package dev.tocsin.core.delivery;

import dev.tocsin.core.notice.ChannelRef;
import dev.tocsin.core.notice.Notice;

/**
 * One notice on its way to one channel. Its key is unique, so the same event is told once there.
 *
 * @param number rising with the order in which notices arose; a channel is served in this order
 */
public record Delivery(long number, Notice notice, ChannelRef channel, DeliveryState state) {
    /** The same event in the same channel gives the same key. */
    public String key() {
        return notice.key() + "@" + channel;
    }

    public Delivery with(DeliveryState next) {
        return new Delivery(number, notice, channel, next);
    }

    public Delivery to(ChannelRef other) {
        return new Delivery(number, notice, other, state);
    }
}

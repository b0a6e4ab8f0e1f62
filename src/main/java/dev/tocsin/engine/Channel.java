package dev.tocsin.engine;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.notice.ChannelRef;
import java.util.Optional;

/** A chat platform's way out. Implementations are safe for use by many threads; a call may block. */
public interface Channel {
    /** The platform's word in a {@link ChannelRef}. */
    String platform();

    /**
     * Sends one message.
     *
     * @param key the same for every attempt at this message, so that a platform can drop a double
     * @param replyTo the message this one answers, where there is one and it was sent here
     */
    DeliveryResult send(ChannelRef to, Message message, String key, Optional<Receipt> replyTo);
}

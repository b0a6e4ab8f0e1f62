package dev.tocsin.engine;

import dev.tocsin.core.delivery.DeliveryResult;
import dev.tocsin.core.delivery.Receipt;
import dev.tocsin.core.notice.ChannelRef;

/** A chat platform's way out. Implementations are safe for use by many threads; a call may block. */
public interface Channel {
    /** Whether what was sent can be changed. */
    enum Editing {
        POSSIBLE,
        IMPOSSIBLE
    }

    /** The platform's word in a {@link ChannelRef}. */
    String platform();

    /** Sends one message. */
    DeliveryResult send(ChannelRef to, Outgoing message);

    default Editing editing() {
        return Editing.IMPOSSIBLE;
    }

    /**
     * Puts this in the place of a message that was sent. Nobody is called by it. Call it only where {@link #editing} says
     * that it is possible.
     *
     * @return {@link DeliveryResult.Delivered} with the receipt that holds from then on: another one where the platform needs
     *     more or fewer messages to say it; {@link DeliveryResult.Rejected} where the message is no more
     */
    default DeliveryResult amend(ChannelRef in, Receipt sent, Outgoing now) {
        return new DeliveryResult.Rejected("messages cannot be changed there");
    }

    /**
     * Keeps a message that was sent at hand for everybody in the channel, above the others. Nobody is called by it.
     *
     * @return {@link DeliveryResult.Delivered} with the same receipt; {@link DeliveryResult.Deferred} where the bot may not
     *     now; {@link DeliveryResult.Rejected} where the message is no more
     */
    default DeliveryResult pin(ChannelRef in, Receipt sent) {
        return new DeliveryResult.Rejected("messages cannot be pinned there");
    }

    /** Undoes {@link #pin}; a message that is not pinned, or no more, is as it is to be. */
    default DeliveryResult unpin(ChannelRef in, Receipt sent) {
        return new DeliveryResult.Rejected("messages cannot be pinned there");
    }
}

package dev.tocsin.chat.telegram;

import java.util.OptionalInt;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;

/**
 * Where a message is.
 *
 * @param topic that it stands in; empty for the general one, and where there are no topics
 */
record Place(long chat, int message, OptionalInt topic) {
    static Place of(MaybeInaccessibleMessage message) {
        Address at = Address.of(message);
        return new Place(at.chat(), message.getMessageId(), at.topic());
    }

    Address address() {
        return new Address(chat, topic);
    }
}

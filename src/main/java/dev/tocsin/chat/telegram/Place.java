package dev.tocsin.chat.telegram;

import java.util.Optional;
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

    /** {@code chat/message}, or {@code chat/message/topic}. */
    String text() {
        return chat + "/" + message + (topic.isPresent() ? "/" + topic.getAsInt() : "");
    }

    static Optional<Place> parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 && parts.length != 3) {
            return Optional.empty();
        }
        Optional<Integer> topic = parts.length == 3 ? Address.number(parts[2]) : Optional.empty();
        if (parts.length == 3 && topic.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt thread = topic.map(OptionalInt::of).orElse(OptionalInt.empty());
        return Address.chat(parts[0])
                .flatMap(chat -> Address.number(parts[1]).map(message -> new Place(chat, message, thread)));
    }
}

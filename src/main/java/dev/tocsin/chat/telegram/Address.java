package dev.tocsin.chat.telegram;

import dev.tocsin.core.notice.ChannelRef;
import java.util.Optional;
import java.util.OptionalInt;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Where a channel is: a chat, or a topic in it. It reads {@code chat} or {@code chat/topic}; ids of groups and channels
 * are negative.
 *
 * @param topic of a forum; empty for its general topic, and where there are no topics
 */
record Address(long chat, OptionalInt topic) {
    /** Telegram knows the general topic by this id, and takes no message that names it. */
    private static final int GENERAL = 1;

    static Optional<Address> parse(String text) {
        String[] parts = text.split("/", -1);
        Optional<Long> chat = chat(parts[0]);
        return switch (parts.length) {
            case 1 -> chat.map(id -> new Address(id, OptionalInt.empty()));
            case 2 ->
                chat.flatMap(id -> number(parts[1])
                        .map(topic -> new Address(id, topic == GENERAL ? OptionalInt.empty() : OptionalInt.of(topic))));
            default -> Optional.empty();
        };
    }

    static Address of(long chat) {
        return new Address(chat, OptionalInt.empty());
    }

    /** Where that is said. */
    static Address of(MaybeInaccessibleMessage message) {
        Integer topic = message instanceof Message known && known.isTopicMessage() ? known.getMessageThreadId() : null;
        return new Address(message.getChat().getId(), topic == null ? OptionalInt.empty() : OptionalInt.of(topic));
    }

    /** The chat with every topic in it. */
    static ChannelRef whole(long chat) {
        return of(chat).channel();
    }

    ChannelRef channel() {
        return new ChannelRef(TelegramChat.PLATFORM, text());
    }

    String text() {
        return chat + (topic.isPresent() ? "/" + topic.getAsInt() : "");
    }

    /** The same place in the chat that this one became. */
    Address in(long successor) {
        return new Address(successor, topic);
    }

    /** A chat's id: not 0, and with at most 18 digits. */
    static Optional<Long> chat(String text) {
        return text.matches("-?[1-9]\\d{0,17}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** The id of a message or topic: positive, and fits 31 bits. */
    static Optional<Integer> number(String text) {
        return text.matches("[1-9]\\d{0,9}")
                ? Optional.of(Long.parseLong(text))
                        .filter(id -> id <= Integer.MAX_VALUE)
                        .map(Long::intValue)
                : Optional.empty();
    }
}

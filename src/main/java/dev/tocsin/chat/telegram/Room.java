package dev.tocsin.chat.telegram;

import dev.tocsin.core.notice.ChannelRef;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Where something is said: a chat, or a topic of it.
 *
 * @param topic empty in chats without topics, and in the general one
 */
record Room(long chat, Optional<Integer> topic) {
    static Room of(MaybeInaccessibleMessage message) {
        Optional<Integer> topic = message instanceof Message known && known.isTopicMessage()
                ? Optional.ofNullable(known.getMessageThreadId())
                : Optional.empty();
        return new Room(message.getChat().getId(), topic);
    }

    static ChannelRef whole(long chat) {
        return new Room(chat, Optional.empty()).channel();
    }

    /** Written {@code telegram:chat} or {@code telegram:chat/topic}. */
    ChannelRef channel() {
        return new ChannelRef(
                TelegramChat.PLATFORM, chat + topic.map(each -> "/" + each).orElse(""));
    }
}

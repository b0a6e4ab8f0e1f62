package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.OutsideText;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Who says something. */
sealed interface Speaker {
    /** What the audit calls the speaker; from outside. */
    String name();

    record Person(long id, String name) implements Speaker {}

    /** The chat itself: a channel, or an administrator of a group who hides who it is. */
    record TheChat(String name) implements Speaker {}

    /** Somebody who speaks as a channel of their own: it cannot be told who. */
    record Stranger(String name) implements Speaker {}

    /** Empty for other bots and for what no one said here. */
    static Optional<Speaker> of(Message message) {
        Chat as = message.getSenderChat();
        if (as != null) {
            String name = named(as.getTitle(), as.getId());
            return Optional.of(as.getId().equals(message.getChatId()) ? new TheChat(name) : new Stranger(name));
        }
        User from = message.getFrom();
        return from == null || Boolean.TRUE.equals(from.getIsBot()) ? Optional.empty() : Optional.of(of(from));
    }

    static Speaker of(User user) {
        return new Person(
                user.getId(),
                named(Optional.ofNullable(user.getUserName()).orElseGet(user::getFirstName), user.getId()));
    }

    private static String named(String name, long id) {
        return OutsideText.cut(Optional.ofNullable(name).orElse(""), 60) + " (" + id + ")";
    }
}

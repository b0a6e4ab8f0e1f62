package dev.tocsin.chat.telegram;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberAdministrator;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberRestricted;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What the bot is in its chats, and what becomes of them. Safe for use by many threads. */
final class Standing {
    private final Hearing hearing;
    private final Welcome welcome;
    private final Map<Long, Long> moves = new ConcurrentHashMap<>();

    /** What the bot is in a chat. */
    private sealed interface Place {
        record Writes() implements Place {}

        record Silent(String why) implements Place {}

        record Outside(String why) implements Place {}
    }

    Standing(Hearing hearing, Welcome welcome) {
        this.hearing = hearing;
        this.welcome = welcome;
    }

    /** The bot is something else in that chat now. */
    void changed(ChatMemberUpdated change) {
        Chat chat = change.getChat();
        Place before = place(chat, change.getOldChatMember());
        switch (place(chat, change.getNewChatMember())) {
            case Place.Writes writes -> {
                if (!before.equals(writes)) {
                    hearing.awake(Address.whole(chat.getId()));
                }
                if (before instanceof Place.Outside && (chat.isGroupChat() || chat.isSuperGroupChat())) {
                    welcome.greet(chat.getId());
                }
            }
            case Place.Silent(String why) -> hearing.asleep(Address.whole(chat.getId()), why);
            case Place.Outside(String why) -> hearing.asleep(Address.whole(chat.getId()), why);
        }
    }

    /** Whether the message tells that a group is another chat now; it is told in both. */
    boolean moved(Message message) {
        long here = message.getChatId();
        Optional<Long> to = Optional.ofNullable(message.getMigrateToChatId());
        Optional<Long> from = Optional.ofNullable(message.getMigrateFromChatId());
        to.ifPresent(next -> move(here, next));
        from.ifPresent(old -> move(old, here));
        return to.isPresent() || from.isPresent();
    }

    private void move(long from, long to) {
        welcome.known(to);
        if (!Optional.of(to).equals(Optional.ofNullable(moves.put(from, to)))) {
            hearing.moved(Address.whole(from), Address.whole(to));
        }
    }

    private static Place place(Chat chat, @Nullable ChatMember bot) {
        boolean person = chat.isUserChat();
        return switch (bot) {
            case null -> new Place.Outside("Telegram does not say what the bot is there");
            case ChatMemberAdministrator admin
            when chat.isChannelChat() && !Boolean.TRUE.equals(admin.getCanPostMessages()) ->
                new Place.Silent("the bot may not post in the channel");
            case ChatMemberRestricted restricted
            when !Boolean.TRUE.equals(restricted.getIsMember()) -> new Place.Outside("the bot is not in the chat");
            case ChatMemberRestricted restricted
            when !Boolean.TRUE.equals(restricted.getCanSendMessages()) ->
                new Place.Silent("the bot may not write in the chat");
            default ->
                switch (bot.getStatus()) {
                    case "kicked" ->
                        new Place.Outside(person ? "the person has stopped the bot" : "the bot was removed");
                    case "left" -> new Place.Outside("the bot is not in the chat");
                    case "member" ->
                        chat.isChannelChat()
                                ? new Place.Silent("the bot is no administrator of the channel")
                                : new Place.Writes();
                    default -> new Place.Writes();
                };
        };
    }
}

package dev.tocsin.chat.telegram;

import dev.tocsin.command.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;

/**
 * What somebody in a chat may do with the bot, by the config and by who manages the chat. Targets are the same in all
 * chats, so managing one makes nobody an admin of the bot. Safe for use by many threads; a call may ask Telegram.
 */
final class Roles {
    private static final int MOST = 10_000;
    private static final Set<String> MANAGING = Set.of("creator", "administrator");

    private final Set<String> admins;
    private final Voice voice;
    private final Belief belief;
    private final Map<Seat, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    private record Seat(long chat, long user) {}

    private record Known(Role role, long asked) {}

    /**
     * How long Telegram's word is believed.
     *
     * @param nanos of a clock that is never set
     */
    record Belief(LongSupplier nanos, Duration longest) {
        private boolean holds(Known known) {
            return nanos.getAsLong() - known.asked() < longest.toNanos();
        }
    }

    /**
     * Roles by these rules.
     *
     * @param admins ids of users that are admins everywhere
     */
    Roles(Set<String> admins, Voice voice, Belief belief) {
        this.admins = Set.copyOf(admins);
        this.voice = voice;
        this.belief = belief;
    }

    /** Where Telegram does not tell, it is the least. */
    Role of(Chat chat, Speaker speaker) {
        return switch (speaker) {
            case Speaker.TheChat itself -> Role.CHANNEL_MANAGER;
            case Speaker.Stranger stranger -> Role.EVERYONE;
            case Speaker.Person(long id, String name) -> {
                if (admins.contains(Long.toString(id))) {
                    yield Role.ADMIN;
                }
                yield Boolean.TRUE.equals(chat.isUserChat())
                        ? Role.CHANNEL_MANAGER
                        : Optional.ofNullable(known.get(new Seat(chat.getId(), id)))
                                .filter(belief::holds)
                                .map(Known::role)
                                .orElseGet(() -> asked(new Seat(chat.getId(), id)));
            }
        };
    }

    /** Somebody's standing in the chat has changed. */
    void forget(long chat) {
        changes.incrementAndGet();
        known.keySet().removeIf(seat -> seat.chat() == chat);
    }

    private Role asked(Seat seat) {
        long before = changes.get();
        long now = belief.nanos().getAsLong();
        Optional<Role> role = voice.send(GetChatMember.builder()
                        .chatId(seat.chat())
                        .userId(seat.user())
                        .build())
                .map(member -> MANAGING.contains(member.getStatus()) ? Role.CHANNEL_MANAGER : Role.EVERYONE);
        if (known.size() >= MOST) {
            known.clear();
        }
        role.ifPresent(told -> known.put(seat, new Known(told, now)));
        if (changes.get() != before) {
            known.remove(seat);
        }
        return role.orElse(Role.EVERYONE);
    }
}

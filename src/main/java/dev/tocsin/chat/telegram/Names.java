package dev.tocsin.chat.telegram;

import dev.tocsin.core.notice.Manner.Mention;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * What the people are named who are called, as far as Telegram has told. Nobody waits for it to tell: who is not known yet
 * is called by the id. Safe for use by many threads.
 */
final class Names {
    private static final Logger LOG = LoggerFactory.getLogger(Names.class);
    private static final int MOST = 10_000;
    /** How long a name is believed to be the one that somebody has. */
    private static final Duration FRESH = Duration.ofDays(1);
    /** Before somebody is asked for again whose name was not told. */
    private static final Duration AGAIN = Duration.ofMinutes(10);

    private final TelegramClient client;
    private final LongSupplier nanos;
    private final Map<String, String> known = new ConcurrentHashMap<>();
    /** Until when nobody is asked for the name. */
    private final Map<String, Long> settled = new ConcurrentHashMap<>();

    /**
     * No names yet.
     *
     * @param nanos a monotonic count of nanoseconds
     */
    Names(TelegramClient client, LongSupplier nanos) {
        this.client = client;
        this.nanos = nanos;
    }

    /** Telegram calls people alone, and of these those whose ids it knows. */
    List<Piece> called(long chat, List<Mention> mentions) {
        return mentions.stream()
                .filter(mention -> mention.kind() == Mention.Kind.USER)
                .map(Mention::id)
                .map(person -> Piece.call(person, named(chat, person).orElse(person)))
                .toList();
    }

    private Optional<String> named(long chat, String person) {
        long now = nanos.getAsLong();
        if (known.size() >= MOST || settled.size() >= MOST) {
            known.clear();
            settled.clear();
        }
        Optional<String> name = Optional.ofNullable(known.get(person));
        Long until = settled.get(person);
        if (until == null || until - now <= 0) {
            settled.put(person, now + AGAIN.toNanos());
            ask(chat, person);
        }
        return name;
    }

    private void ask(long chat, String person) {
        GetChatMember who = GetChatMember.builder()
                .chatId(chat)
                .userId(Long.parseLong(person))
                .build();
        try {
            client.executeAsync(who).whenComplete((member, failed) -> {
                if (failed != null) {
                    LOG.debug("Telegram does not tell who {} is: {}", person, Trouble.read(failed));
                } else {
                    hear(person, member.getUser());
                }
            });
        } catch (TelegramApiException | RuntimeException failed) {
            LOG.debug("Telegram is not asked who {} is: {}", person, Trouble.read(failed));
        }
    }

    private void hear(String person, User user) {
        String last = user.getLastName();
        known.put(person, user.getFirstName() + (last == null ? "" : " " + last));
        settled.put(person, nanos.getAsLong() + FRESH.toNanos());
    }
}

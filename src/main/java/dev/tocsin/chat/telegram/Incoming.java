package dev.tocsin.chat.telegram;

import dev.tocsin.command.Desk;
import dev.tocsin.engine.Memo;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The listening half of the chat: hears what people type and press and what becomes of chats, and answers. Safe for use
 * by many threads.
 */
final class Incoming implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);

    private final Lanes lanes = new Lanes();
    private final Polling polling;
    private final Updates.Ears ears;
    private final Waits waits;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("telegram-roles").daemon().factory());

    /**
     * One that does not listen yet.
     *
     * @param memo keeps how far updates were taken, what is registered, what long buttons mean and who was greeted
     * @param zone local time where nothing else is known
     * @param client answers go out by it; it must not send again by itself
     */
    Incoming(
            TelegramChat.Terms terms,
            Memo memo,
            Supplier<ZoneId> zone,
            TelegramClient client,
            Desk desk,
            Hearing hearing) {
        this(Account.of(terms, Waits.STANDARD), terms, new Means(memo, zone, client), desk, hearing);
    }

    /** What it works with. */
    record Means(Memo memo, Supplier<ZoneId> zone, TelegramClient client) {
        Voice voice() {
            return new Voice(client);
        }
    }

    Incoming(Account account, TelegramChat.Terms terms, Means means, Desk desk, Hearing hearing) {
        waits = account.waits();
        PollLine line = new PollLine();
        Pauses pauses = new Pauses(line, waits, hearing);
        Offset offset = new Offset(means.memo(), account.bot());
        Registrar registrar = new Registrar(
                means.client(), means.memo(), account.bot(), Registration.of(desk.specs(), people(terms.admins())));
        ears = ears(new Roles(terms.admins(), means.voice()), registrar, means, desk, hearing);
        Updates updates = new Updates(offset, lanes, ears, line, waits.quick());
        polling = new Polling(() -> new PollSession(account, line, pauses, offset, updates), pauses, line, waits);
    }

    private static Updates.Ears ears(Roles roles, Registrar registrar, Means means, Desk desk, Hearing hearing) {
        Keys keys = new Keys(means.memo());
        Turning turning = new Turning();
        Answers answers = new Answers(means.voice(), turning, keys, hearing::spoke);
        Callers callers = new Callers(roles, means.zone());
        Commands commands = new Commands(desk, callers, new Myself(means.voice()), answers);
        Presses presses = new Presses(commands, callers, answers, turning, keys);
        Standing standing = new Standing(hearing, new Welcome(means.memo(), answers));
        return new Updates.Ears(commands, presses, standing, roles, registrar);
    }

    /** Begins in the background. */
    void start() {
        long believed = waits.roles().toMillis();
        Future<?> _ = clock.scheduleWithFixedDelay(ears.roles()::forget, believed, believed, TimeUnit.MILLISECONDS);
        lanes.beside(() -> ears.registrar().run(waits.shortest()));
        polling.start();
    }

    private static List<Long> people(Collection<String> admins) {
        return admins.stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .toList();
    }

    /** Ends within some seconds; no thread is left. */
    @Override
    public void close() {
        polling.close();
        clock.shutdownNow();
        lanes.close();
        LOG.debug("Telegram is not listened to any more");
    }
}

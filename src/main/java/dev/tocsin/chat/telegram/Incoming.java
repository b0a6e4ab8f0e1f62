package dev.tocsin.chat.telegram;

import dev.tocsin.command.Desk;
import dev.tocsin.engine.Memo;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
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
    private final Apologies apologies;
    private final List<Place> cut;
    private final Waits waits;

    /** One that does not listen yet. */
    Incoming(TelegramChat.Terms terms, Means means, Desk desk, Hearing hearing) {
        this(Account.of(terms, Waits.STANDARD), terms, means, desk, hearing);
    }

    /**
     * What it works with.
     *
     * @param client answers go out by it; it must not send again by itself
     */
    record Means(TelegramChat.Setting setting, TelegramClient client) {
        /** Keeps how far updates were taken, what is registered, what long buttons mean and who was greeted. */
        Memo memo() {
            return setting.memo();
        }

        Voice voice() {
            return new Voice(client);
        }

        Answers answers(Turning turning, Hearing hearing) {
            return new Answers(voice(), turning, new Keyboards(new Keys(memo())), hearing);
        }

        Roles.Belief belief(Duration longest) {
            return new Roles.Belief(setting.time().nanos(), longest);
        }
    }

    Incoming(Account account, TelegramChat.Terms terms, Means means, Desk desk, Hearing hearing) {
        waits = account.waits();
        PollLine line = new PollLine();
        Pauses pauses = new Pauses(line, waits, hearing);
        Offset offset = new Offset(means.memo(), account.bot());
        cut = offset.cut();
        apologies = new Apologies(means.answers(new Turning(), hearing), waits);
        ears = ears(account, terms, means, desk, hearing);
        Updates updates = new Updates(offset, lanes, ears, line, waits.quick());
        polling = new Polling(() -> new PollSession(account, line, pauses, offset, updates), pauses, line, waits);
    }

    private static Updates.Ears ears(
            Account account, TelegramChat.Terms terms, Means means, Desk desk, Hearing hearing) {
        Voice voice = means.voice();
        Keys keys = new Keys(means.memo());
        Turning turning = new Turning();
        Answers answers = means.answers(turning, hearing);
        Commands.Replies replies = new Commands.Replies(answers, new Searches(voice, keys));
        Roles roles =
                new Roles(terms.admins(), voice, means.belief(account.waits().roles()));
        Callers callers = new Callers(roles, means.setting().zone());
        Clerk clerk = new Clerk(
                desk, new Elsewhere(callers, voice, Address.chat(account.bot()).orElse(0L)));
        Commands commands = new Commands(desk.specs(), clerk, callers, new Myself(voice), replies);
        Presses presses = new Presses(clerk, callers, replies, turning, keys);
        Standing standing = new Standing(hearing, new Welcome(means.memo(), answers));
        Registrar registrar = new Registrar(
                means.client(), means.memo(), account.bot(), Registration.of(desk.specs(), people(terms.admins())));
        return new Updates.Ears(commands, presses, standing, roles, registrar);
    }

    /** Begins in the background. */
    void start() {
        lanes.beside(() -> ears.registrar().run(waits.shortest()));
        lanes.beside(() -> apologies.run(cut));
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
        lanes.close();
        LOG.debug("Telegram is not listened to any more");
    }
}

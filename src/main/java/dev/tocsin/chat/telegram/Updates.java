package dev.tocsin.chat.telegram;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.longpolling.interfaces.LongPollingUpdateConsumer;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * What Telegram tells, each once, on its way to those whom it concerns. Never throws and never blocks: the thread is that
 * of the polling.
 */
final class Updates implements LongPollingUpdateConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(Updates.class);

    private final Offset offset;
    private final Lanes lanes;
    private final Ears ears;
    private final PollLine line;
    private final Duration quick;
    private Presses.Age presses = Presses.Age.UNKNOWN;

    /** Those whom something concerns. */
    record Ears(Commands commands, Presses presses, Standing standing, Roles roles, Registrar registrar) {}

    Updates(Offset offset, Lanes lanes, Ears ears, PollLine line, Duration quick) {
        this.offset = offset;
        this.lanes = lanes;
        this.ears = ears;
        this.line = line;
        this.quick = quick;
    }

    @Override
    public void consume(List<Update> updates) {
        if (line.takeGap()) {
            presses = Presses.Age.UNKNOWN;
        }
        Map<Integer, Place> awaited = new HashMap<>();
        updates.forEach(update -> awaited(update).ifPresent(place -> awaited.put(update.getUpdateId(), place)));
        Set<Integer> fresh = new HashSet<>(
                offset.take(updates.stream().map(Update::getUpdateId).toList(), awaited));
        for (Update update : updates) {
            if (fresh.remove(update.getUpdateId())) {
                try {
                    take(update);
                } catch (RuntimeException bug) {
                    LOG.error("update {} was not answered for a fault of ours", update.getUpdateId(), bug);
                }
            }
        }
        if (updates.size() < PollSession.MOST) {
            // There is no more than this: what comes next was not there yet.
            presses = Presses.Age.YOUNG;
        }
    }

    /** Nothing of it is the polling's to end. */
    @Override
    public void close() {}

    /** Where somebody waits for an answer to it. */
    private Optional<Place> awaited(Update update) {
        CallbackQuery query = update.getCallbackQuery();
        if (query != null) {
            return Optional.ofNullable(query.getMessage()).map(Place::of);
        }
        return Stream.of(Optional.ofNullable(update.getMessage()), Optional.ofNullable(update.getChannelPost()))
                .flatMap(Optional::stream)
                .filter(ears.commands()::mayBeMeant)
                .findFirst()
                .map(Place::of);
    }

    private void take(Update update) {
        int id = update.getUpdateId();
        Optional.ofNullable(update.getMessage()).ifPresent(message -> message(id, message));
        Optional.ofNullable(update.getChannelPost()).ifPresent(message -> message(id, message));
        Optional.ofNullable(update.getCallbackQuery()).ifPresent(query -> pressed(id, query));
        Optional.ofNullable(update.getMyChatMember()).ifPresent(change -> {
            ears.roles().forget(change.getChat().getId());
            lanes.run(standing(change.getChat().getId()), () -> ears.standing().changed(change));
        });
        Optional.ofNullable(update.getChatMember())
                .ifPresent(change -> ears.roles().forget(change.getChat().getId()));
    }

    private void message(int id, Message message) {
        if (message.getMigrateToChatId() != null || message.getMigrateFromChatId() != null) {
            lanes.run(standing(message.getChatId()), () -> ears.standing().moved(message));
            return;
        }
        if (message.getChat().isUserChat()) {
            ears.registrar().knock();
        }
        var now = line.date();
        long from = message.getFrom() == null ? 0 : message.getFrom().getId();
        lanes.run(
                lane(message.getChatId(), from),
                () -> done(id, () -> ears.commands().said(message, now)));
    }

    private void pressed(int id, CallbackQuery query) {
        MaybeInaccessibleMessage message = query.getMessage();
        long chat = message == null ? 0 : message.getChat().getId();
        String lane = lane(chat, query.getFrom().getId());
        Presses.Age age = presses;
        lanes.beside(() -> done(id, () -> {
            if (age == Presses.Age.YOUNG) {
                ears.presses().pressed(query, lanes, lane, quick);
            } else {
                ears.presses().waited(query, lanes, lane);
            }
        }));
    }

    /** What is interrupted at the end of the process counts as cut. */
    private void done(int id, Runnable work) {
        try {
            work.run();
        } finally {
            if (!Thread.currentThread().isInterrupted()) {
                offset.done(id);
            }
        }
    }

    /** What one person does in one chat is done in its order. */
    private static String lane(long chat, long person) {
        return chat + "/" + person;
    }

    private static String standing(long chat) {
        return chat + "/standing";
    }
}

package dev.tocsin.chat.telegram;

import dev.tocsin.command.Caller;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;

/** Callers as the desk knows them. Safe for use by many threads; a call may ask Telegram. */
record Callers(Roles roles, Supplier<ZoneId> zone) {
    Asker of(Speaker speaker, Chat chat, Address at) {
        return new Asker(speaker, new Caller(speaker.name(), roles.of(chat, speaker), at.channel(), zone.get()));
    }

    /** The same person, as one who asks in that channel. */
    Caller in(Chat channel, Asker asker) {
        return new Caller(
                asker.caller().name(),
                roles.of(channel, asker.speaker()),
                Address.whole(channel.getId()),
                asker.caller().zone());
    }
}

package dev.tocsin.chat.telegram;

import dev.tocsin.command.Caller;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;

/** Callers as the desk knows them. Safe for use by many threads; a call may ask Telegram. */
record Callers(Roles roles, Supplier<ZoneId> zone) {
    Caller of(Speaker speaker, Chat chat, Address at) {
        return new Caller(speaker.name(), roles.of(chat, speaker), at.channel(), zone.get());
    }
}

package dev.tocsin.chat.telegram;

import dev.tocsin.command.Desk;
import dev.tocsin.engine.Memo;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** What people write to the bot. */
final class Incoming implements AutoCloseable {
    @SuppressWarnings("unused")
    Incoming(
            TelegramChat.Terms terms,
            Memo memo,
            Supplier<ZoneId> zone,
            TelegramClient client,
            Desk desk,
            Hearing hearing) {}

    void start() {}

    @Override
    public void close() {}
}

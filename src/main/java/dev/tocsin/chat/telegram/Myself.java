package dev.tocsin.chat.telegram;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The bot's own name, asked for when it is first needed. Safe for use by many threads. */
final class Myself {
    private static final Logger LOG = LoggerFactory.getLogger(Myself.class);

    private final TelegramClient client;
    private volatile Optional<String> name = Optional.empty();

    Myself(TelegramClient client) {
        this.client = client;
    }

    /** Whether that name, without {@code @}, is the bot's; no where Telegram does not tell. */
    boolean isCalled(String other) {
        if (name.isEmpty()) {
            try {
                name = Optional.ofNullable(client.execute(new GetMe()).getUserName());
            } catch (TelegramApiException | RuntimeException failed) {
                LOG.info("Telegram does not say how the bot is called: {}", failed.toString());
            }
        }
        return name.filter(other::equalsIgnoreCase).isPresent();
    }
}

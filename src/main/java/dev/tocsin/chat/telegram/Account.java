package dev.tocsin.chat.telegram;

import dev.tocsin.core.target.Secret;
import org.telegram.telegrambots.meta.TelegramUrl;

/** The bot's account: its token, where it is held against, and how long that may take. */
record Account(Secret token, TelegramUrl url, Waits waits) {
    static Account of(TelegramChat.Terms terms, Waits waits) {
        return new Account(terms.token(), Wire.url(terms), waits);
    }

    /** The bot's user id, which is no secret. */
    String bot() {
        return token.reveal().split(":", 2)[0].replaceAll("\\D", "");
    }
}

package dev.tocsin.chat.telegram;

import dev.tocsin.core.target.Secret;
import java.net.URI;
import org.telegram.telegrambots.meta.TelegramUrl;

/** The bot's account: its token, where it is held against, and how long that may take. */
record Account(Secret token, TelegramUrl url, Waits waits) {
    static Account of(TelegramChat.Terms terms, Waits waits) {
        return new Account(terms.token(), terms.api().map(Account::url).orElse(TelegramUrl.DEFAULT_URL), waits);
    }

    /** The bot's user id, which is no secret. */
    String bot() {
        return token.reveal().split(":", 2)[0].replaceAll("\\D", "");
    }

    private static TelegramUrl url(String api) {
        URI uri = URI.create(api);
        boolean plain = "http".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : plain ? 80 : 443;
        return TelegramUrl.builder()
                .schema(plain ? "http" : "https")
                .host(uri.getHost())
                .port(port)
                .build();
    }
}

package dev.tocsin.chat.telegram;

import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/** The bot's own name, asked for when it is first needed. Safe for use by many threads. */
final class Myself {
    private final Voice voice;
    private volatile Optional<String> name = Optional.empty();

    Myself(Voice voice) {
        this.voice = voice;
    }

    /** Whether that name, without {@code @}, is the bot's; no where Telegram does not tell. */
    boolean isCalled(String other) {
        if (name.isEmpty()) {
            name = voice.send(new GetMe()).flatMap(me -> Optional.ofNullable(me.getUserName()));
        }
        return name.filter(other::equalsIgnoreCase).isPresent();
    }
}

package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Block;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** What goes out as one message of Telegram's. */
sealed interface Part {
    /**
     * Words.
     *
     * @param html fits a message with {@link Letter#ROOM} left
     */
    record Text(String html, Optional<InlineKeyboardMarkup> buttons) implements Part {
        Text noted(String note) {
            return new Text(html + "\n" + Html.escaped(note), buttons);
        }

        Plain inWords() {
            return new Plain(Html.plain(html));
        }
    }

    /** Words that Telegram has nothing to read in. */
    record Plain(String text) implements Part {}

    record File(Block.Document document) implements Part {}
}

package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Block;
import java.util.Optional;
import java.util.zip.CRC32;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/** What goes out as one message of Telegram's. */
sealed interface Part {
    /** The same, with a sentence below. */
    Part noted(String note);

    /** What can be written over. */
    sealed interface Body extends Part {}

    /** Words, by themselves or under a picture. */
    sealed interface Words extends Body {
        @Override
        Words noted(String note);

        Plain inWords();
    }

    /**
     * Words in Telegram's HTML.
     *
     * @param html fits where it goes with {@link Letter#ROOM} left
     */
    record Text(String html, Optional<InlineKeyboardMarkup> buttons) implements Words {
        @Override
        public Text noted(String note) {
            return new Text(html + "\n" + Html.escaped(note), buttons);
        }

        @Override
        public Plain inWords() {
            return new Plain(Html.plain(html));
        }
    }

    /** Words that Telegram has nothing to read in. */
    record Plain(String text) implements Words {
        @Override
        public Plain noted(String note) {
            return new Plain(text + "\n" + note);
        }

        @Override
        public Plain inWords() {
            return this;
        }
    }

    /** A picture, and words under it. */
    record Photo(Block.Picture picture, Words caption) implements Body {
        @Override
        public Photo noted(String note) {
            return new Photo(picture, caption.noted(note));
        }

        /** The same for the same picture: eight hexadecimal digits. */
        String mark() {
            CRC32 sum = new CRC32();
            sum.update(picture.png().bytes());
            return "%08x".formatted(sum.getValue());
        }

        Photo inWords() {
            return new Photo(picture, caption.inWords());
        }

        /** Where the picture is not taken: what it shows, in words. */
        Words told() {
            String shown = Letter.cut(picture.words());
            return caption.noted(
                    (shown.isEmpty() ? "" : "Picture: " + shown + " ") + "(Telegram did not take the picture.)");
        }
    }

    record File(Block.Document document) implements Part {
        @Override
        public File noted(String note) {
            return this;
        }
    }
}

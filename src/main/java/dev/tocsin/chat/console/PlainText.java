package dev.tocsin.chat.console;

import dev.tocsin.core.message.Message;
import java.util.List;
import org.jline.utils.AttributedString;

/** Messages as plain lines, without colours: for what is printed once. Pure. */
public final class PlainText {
    private PlainText() {}

    /** The lines, broken between words at this many columns, at least 40. */
    public static List<String> lines(Message message, int width) {
        return new TextRenderer(width)
                .render(message).stream().map(AttributedString::toString).toList();
    }
}

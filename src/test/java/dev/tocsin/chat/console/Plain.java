package dev.tocsin.chat.console;

import dev.tocsin.core.message.Message;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** Messages as the console shows them without a terminal. */
public final class Plain {
    private Plain() {}

    public static String text(Message message) {
        return new TextRenderer(120)
                .render(message).stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }
}

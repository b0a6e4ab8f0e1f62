package dev.tocsin.chat.telegram.fake;

import java.util.List;

/**
 * What readers see of a text in Telegram's HTML.
 *
 * @param entities how many forms are in it
 */
public record Shown(String text, int entities) {
    /** Fails where Telegram could not read the text, and where it would overlook something in it. */
    public static Shown of(String html) {
        return switch (HtmlReader.read(html)) {
            case Reading.Unreadable(String why) -> throw new AssertionError(why + ": " + html);
            case Reading.Read(Styled styled, List<String> careless) -> {
                if (!careless.isEmpty()) {
                    throw new AssertionError(careless + ": " + html);
                }
                yield new Shown(styled.text(), styled.entities().size());
            }
        };
    }
}

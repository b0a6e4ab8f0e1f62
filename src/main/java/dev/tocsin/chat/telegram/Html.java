package dev.tocsin.chat.telegram;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Telegram's HTML; no text from outside can be a tag or an entity in it. Pure. */
final class Html {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private Html() {}

    /** Telegram asks for these three everywhere, and for the quote in attributes, of which there are none here. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    static String piece(Piece piece) {
        String text = escaped(piece.text());
        if (text.isEmpty()) {
            return "";
        }
        return switch (piece.form()) {
            case PLAIN -> text;
            case STRONG -> "<b>" + text + "</b>";
            case CODE -> "<code>" + text + "</code>";
            case FIXED -> fixed(List.of(piece.text()));
            case CALL -> "<a href=\"tg://user?id=" + piece.whom() + "\">" + text + "</a>";
        };
    }

    /** What readers see of a text that was made here. */
    static String plain(String html) {
        return TAG.matcher(html)
                .replaceAll("")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    /** Lines whose columns line up. */
    static String fixed(List<String> lines) {
        return lines.stream().map(Html::escaped).collect(Collectors.joining("\n", "<pre>", "</pre>"));
    }
}

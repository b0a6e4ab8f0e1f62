package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Span;

/**
 * A run of text of one form, as readers see it: on one line, and nothing in it is markup.
 *
 * @param text may be empty; blanks at its ends stay
 * @param whom the id of the person who is called by it, digits; empty in every other form
 */
record Piece(Form form, String text, String whom) {
    private static final int NAME = 60;

    enum Form {
        PLAIN,
        STRONG,
        CODE,
        /** Of a text whose columns line up. */
        FIXED,
        /** The name or id of a person, who is called by it. */
        CALL
    }

    Piece(Form form, String text) {
        this(form, text, "");
    }

    /** Calls that person by a name. */
    static Piece call(String id, String name) {
        return new Piece(Form.CALL, OutsideText.name(name, id, NAME), id);
    }

    static Piece plain(String text) {
        return new Piece(Form.PLAIN, text);
    }

    static Piece strong(String text) {
        return new Piece(Form.STRONG, OutsideText.clean(text));
    }

    static Piece of(Span span) {
        return switch (span) {
            case Span.Plain(String text) -> plain(spaced(text));
            case Span.Strong(String text) ->
                OutsideText.clean(text).isEmpty() ? strong("") : new Piece(Form.STRONG, spaced(text));
            case Span.Code(String text) -> new Piece(Form.CODE, OutsideText.clean(text));
            case Span.Time time -> plain(Clockface.full(time.at(), time.zone()));
        };
    }

    /** UTF-16 units, as Telegram counts after it has read the markup. */
    int length() {
        return text.length();
    }

    /** How many of Telegram's entities it takes. */
    int entities() {
        return form == Form.PLAIN || text.isEmpty() ? 0 : 1;
    }

    Piece part(int from, int to) {
        return new Piece(form, text.substring(from, to), whom);
    }

    /** Spans join, so the blanks at their ends stay. */
    private static String spaced(String text) {
        String clean = OutsideText.clean(text);
        String before = text.startsWith(" ") ? " " : "";
        String after = text.length() > 1 && text.endsWith(" ") ? " " : "";
        return before + clean + after;
    }
}

package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;

/**
 * A notice as the messages that tell it, in order.
 *
 * @param words at least one; the first has the buttons, and the picture where there is one
 */
record Letter(List<Part.Body> words, List<Part.File> files) {
    /** UTF-16 units that every text leaves for what is added to it. */
    static final int ROOM = 100;

    /** Of what a picture shows. */
    private static final int SHOWN = 1_000;

    Letter {
        words = List.copyOf(words);
        files = List.copyOf(files);
    }

    /**
     * With its first picture, where it has one.
     *
     * @param called the people who are called, as pieces
     */
    static Letter of(Message message, List<Piece> called) {
        return picture(message)
                .map(one -> beneath(message, called, caption -> new Part.Photo(one, caption)))
                .orElseGet(() -> new Letter(texts(rows(message, called), buttons(message)), files(message)));
    }

    /** To take the place of what was told: under a picture that is there already, where it has none of its own. */
    static Letter over(Told told, Message now) {
        return told.isPictured() && picture(now).isEmpty()
                ? beneath(now, List.of(), caption -> caption)
                : of(now, List.of());
    }

    List<Part> parts() {
        return Stream.<Part>concat(words.stream(), files.stream()).toList();
    }

    boolean isPictured() {
        return words.getFirst() instanceof Part.Photo;
    }

    /** What a picture shows, in no more words than fit. */
    static String cut(String shown) {
        return OutsideText.cut(shown, SHOWN);
    }

    /** All of it as the caption, or the headline, and everything else behind it. */
    private static Letter beneath(Message message, List<Piece> called, Function<Part.Text, Part.Body> head) {
        List<Row> rows = rows(message, called);
        int above = captioned(rows) ? rows.size() : called.isEmpty() ? 1 : 2;
        List<String> captions = Pages.of(rows.subList(0, above), Pages.CAPTION - ROOM);
        List<Part.Body> words = new ArrayList<>();
        words.add(head.apply(text(captions.getFirst(), buttons(message))));
        captions.stream().skip(1).forEach(more -> words.add(text(more, Optional.empty())));
        if (above < rows.size()) {
            words.addAll(texts(rows.subList(above, rows.size()), Optional.empty()));
        }
        return new Letter(words, files(message));
    }

    private static Optional<Block.Picture> picture(Message message) {
        return message.blocks().stream()
                .filter(Block.Picture.class::isInstance)
                .map(Block.Picture.class::cast)
                .findFirst();
    }

    private static boolean captioned(List<Row> rows) {
        return Pages.of(rows, Pages.CAPTION - ROOM).size() == 1;
    }

    private static List<Part.Body> texts(List<Row> rows, Optional<InlineKeyboardMarkup> buttons) {
        List<Part.Body> texts = new ArrayList<>();
        for (String page : Pages.of(rows, Pages.TEXT - ROOM)) {
            texts.add(text(page, texts.isEmpty() ? buttons : Optional.empty()));
        }
        return texts;
    }

    private static Part.Text text(String page, Optional<InlineKeyboardMarkup> buttons) {
        return new Part.Text(Html.plain(page).isBlank() ? "…" : page, buttons);
    }

    private static Optional<InlineKeyboardMarkup> buttons(Message message) {
        return Buttons.of(message.suggestions());
    }

    /** The headline is the first, and who is called stands right below. */
    private static List<Row> rows(Message message, List<Piece> called) {
        List<Row> rows = new ArrayList<>(Rows.of(message));
        if (!called.isEmpty()) {
            rows.add(1, calling(called));
        }
        message.suggestions().stream()
                .filter(suggestion -> !Buttons.fits(suggestion))
                .forEach(suggestion -> rows.add(written(suggestion)));
        return rows;
    }

    private static List<Part.File> files(Message message) {
        List<Part.File> files = new ArrayList<>();
        for (Block block : message.blocks()) {
            if (block instanceof Block.Document document && !document.text().isEmpty()) {
                files.add(new Part.File(document));
            }
        }
        return files;
    }

    private static Row calling(List<Piece> people) {
        List<Piece> pieces = new ArrayList<>(List.of(Piece.plain("Calls")));
        for (Piece person : people) {
            pieces.add(Piece.plain(pieces.size() == 1 ? " " : ", "));
            pieces.add(person);
        }
        return new Row(pieces);
    }

    private static Row written(Message.Suggestion suggestion) {
        return Row.of(
                Piece.strong(suggestion.label()), Piece.plain(" "), Piece.of(new Span.Code(suggestion.command())));
    }
}

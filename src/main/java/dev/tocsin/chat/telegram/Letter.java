package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Span;
import dev.tocsin.core.notice.Manner.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A notice as the messages that tell it, in order.
 *
 * @param texts at least one; the first has the buttons
 */
record Letter(List<Part.Text> texts, List<Part.File> files) {
    /** UTF-16 units that every text leaves for what is added to it. */
    static final int ROOM = 100;

    private static final String MORE = "… (there is more of it than fits here)";

    Letter {
        texts = List.copyOf(texts);
        files = List.copyOf(files);
    }

    /** Telegram calls people alone, and of these those whose ids it knows. */
    static Letter of(Message message, List<Mention> mentions) {
        List<Row> rows = new ArrayList<>(Rows.of(message));
        List<String> called = mentions.stream()
                .filter(mention -> mention.kind() == Mention.Kind.USER)
                .map(Mention::id)
                .toList();
        if (!called.isEmpty()) {
            rows.add(1, calling(called));
        }
        message.suggestions().stream()
                .filter(suggestion -> !Buttons.fits(suggestion))
                .forEach(suggestion -> rows.add(written(suggestion)));
        List<String> pages = Pages.of(rows, Pages.TEXT - ROOM);
        List<Part.Text> texts = new ArrayList<>();
        for (String page : pages) {
            String shown = Html.plain(page).isBlank() ? "…" : page;
            texts.add(new Part.Text(shown, texts.isEmpty() ? Buttons.of(message.suggestions()) : Optional.empty()));
        }
        return new Letter(texts, files(message));
    }

    List<Part> parts() {
        return Stream.<Part>concat(texts.stream(), files.stream()).toList();
    }

    /** All of it that fits one message, and it says so where that is not all. */
    Part.Text inOne() {
        Part.Text first = texts.getFirst();
        return texts.size() == 1 ? first : first.noted(MORE);
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

    private static Row calling(List<String> people) {
        List<Piece> pieces = new ArrayList<>(List.of(Piece.plain("Calls")));
        for (String person : people) {
            pieces.add(Piece.plain(pieces.size() == 1 ? " " : ", "));
            pieces.add(new Piece(Piece.Form.CALL, person));
        }
        return new Row(pieces);
    }

    private static Row written(Message.Suggestion suggestion) {
        return Row.of(
                Piece.strong(suggestion.label()), Piece.plain(" "), Piece.of(new Span.Code(suggestion.command())));
    }
}

package dev.tocsin.chat.telegram;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One line of a message. */
record Row(List<Piece> pieces) {
    /** Less than this part of a page is not worth a cut. */
    private static final int LITTLE = 8;

    Row {
        pieces = List.copyOf(pieces);
    }

    static Row of(Piece... pieces) {
        return new Row(List.of(pieces));
    }

    /** UTF-16 units, as Telegram counts after it has read the markup. */
    int length() {
        return pieces.stream().mapToInt(Piece::length).sum();
    }

    int entities() {
        return pieces.stream().mapToInt(Piece::entities).sum();
    }

    boolean isFixed() {
        return !pieces.isEmpty() && pieces.stream().allMatch(piece -> piece.form() == Piece.Form.FIXED);
    }

    String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    String html() {
        return pieces.stream().map(Html::piece).collect(Collectors.joining());
    }

    /** Rows that hold the same and are each no longer than that, and have no more entities. */
    List<Row> within(int mostLength, int mostEntities) {
        List<Row> rows = new ArrayList<>();
        List<Piece> row = new ArrayList<>();
        int room = mostLength;
        int entities = 0;
        for (Piece piece : pieces) {
            for (Piece part : cut(piece, room, mostLength)) {
                if (part.length() > room || entities + part.entities() > mostEntities) {
                    rows.add(new Row(row));
                    row = new ArrayList<>();
                    room = mostLength;
                    entities = 0;
                }
                row.add(part);
                room -= part.length();
                entities += part.entities();
            }
        }
        rows.add(new Row(row));
        return rows;
    }

    /** The first part fits what room there is, unless that is little; the others fit {@code most}. */
    private static List<Piece> cut(Piece piece, int room, int most) {
        List<Piece> parts = new ArrayList<>();
        int from = 0;
        int left = room < most / LITTLE ? most : room;
        while (piece.length() - from > left) {
            int end = end(piece.text(), from, left);
            parts.add(piece.part(from, end));
            from = end;
            left = most;
        }
        parts.add(piece.part(from, piece.length()));
        return parts;
    }

    /** Behind a blank where there is one in the second half, else between two characters as readers see them. */
    private static int end(String text, int from, int most) {
        int blank = text.lastIndexOf(' ', from + most - 1) + 1;
        if (blank > from + most / 2) {
            return blank;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.isBoundary(from + most) ? from + most : characters.preceding(from + most);
        return end > from ? end : between(text, from, from + most);
    }

    /** Between two code points: a character with more marks than fit is cut. */
    private static int between(String text, int from, int end) {
        boolean splits = end > from && Character.isHighSurrogate(text.charAt(end - 1));
        return splits ? end - 1 : end;
    }
}

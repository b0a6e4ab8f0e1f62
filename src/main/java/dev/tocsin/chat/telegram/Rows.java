package dev.tocsin.chat.telegram;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A message as the lines that Telegram shows. Pure. */
final class Rows {
    /** What hides, turns or ends text, and halves of characters; what joins emoji is not. */
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\u200D]]");

    private Rows() {}

    /** At least the headline. Documents and pictures are no lines. */
    static List<Row> of(Message message) {
        Stream<Row> headline = Stream.of(row(sign(message.tone()), message.headline()));
        return Stream.concat(headline, message.blocks().stream().flatMap(Rows::block))
                .toList();
    }

    private static Stream<Row> block(Block block) {
        return switch (block) {
            case Block.Document document -> Stream.empty();
            case Block.Picture picture -> Stream.empty();
            case Block.Paragraph(Line line) -> Stream.of(row("", line));
            case Block.Fact(String label, Line line) -> Stream.of(fact(label, line));
            case Block.Bullets(List<Line> lines) -> lines.stream().map(line -> row("• ", line));
            case Block.Table(List<String> header, List<List<String>> rows) ->
                rows.stream().map(cells -> cells(header, cells));
            case Block.Fixed(String text) ->
                text.lines()
                        .map(line -> UNSHOWN.matcher(line).replaceAll("?"))
                        .map(line -> Row.of(new Piece(Piece.Form.FIXED, line)));
        };
    }

    private static Row row(String before, Line line) {
        return new Row(Stream.concat(
                        Stream.of(Piece.plain(before)), line.spans().stream().map(Piece::of))
                .toList());
    }

    private static Row fact(String label, Line line) {
        List<Piece> pieces = new ArrayList<>(List.of(Piece.strong(label)));
        pieces.addAll(row(" ", line).pieces());
        return new Row(pieces);
    }

    /** A row as one line: columns do not line up on a phone, so each but the first is named. */
    private static Row cells(List<String> header, List<String> cells) {
        List<Piece> pieces = new ArrayList<>(List.of(Piece.plain("• "), Piece.strong(cells.getFirst())));
        for (int i = 1; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                Line named = Line.of(header.get(i) + " ").text(cells.get(i));
                pieces.addAll(row(" · ", named).pieces());
            }
        }
        return new Row(pieces);
    }

    private static String sign(Tone tone) {
        return switch (tone) {
            case ALERT, WARNING -> "⚠️ ";
            case GOOD -> "✅ ";
            case INFO -> "";
            case ERROR -> "✖️ ";
        };
    }
}

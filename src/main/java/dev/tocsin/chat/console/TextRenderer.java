package dev.tocsin.chat.console;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.Clockface;
import dev.tocsin.core.message.Line;
import dev.tocsin.core.message.Message;
import dev.tocsin.core.message.OutsideText;
import dev.tocsin.core.message.Span;
import dev.tocsin.core.message.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Messages as lines of a terminal. Outside text cannot reach the terminal as control characters. Pure. */
final class TextRenderer {
    private final int width;

    /** A renderer for lines of at most this many columns, at least 40. */
    TextRenderer(int width) {
        this.width = Math.max(40, width);
    }

    List<AttributedString> render(Message message) {
        List<AttributedString> lines = new ArrayList<>();
        AttributedStringBuilder head = new AttributedStringBuilder();
        head.styled(style(message.tone()), sign(message.tone()) + " ");
        append(head, message.headline());
        lines.addAll(Wrapping.wrap(head.toAttributedString(), width, "  "));
        message.blocks().forEach(block -> lines.addAll(block(block)));
        for (Message.Suggestion suggestion : message.suggestions()) {
            AttributedStringBuilder line = new AttributedStringBuilder();
            line.styled(AttributedStyle.DEFAULT.faint(), "  " + OutsideText.clean(suggestion.label()) + ": ");
            line.styled(
                    AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN), OutsideText.clean(suggestion.command()));
            lines.addAll(Wrapping.wrap(line.toAttributedString(), width, "    "));
        }
        return lines;
    }

    private List<AttributedString> block(Block block) {
        return switch (block) {
            case Block.Paragraph(Line line) -> wrapped("  ", line);
            case Block.Fact(String label, Line line) -> {
                AttributedStringBuilder text = new AttributedStringBuilder().append("  ");
                text.styled(AttributedStyle.BOLD, OutsideText.clean(label)).append("  ");
                append(text, line);
                yield Wrapping.wrap(text.toAttributedString(), width, "    ");
            }
            case Block.Bullets(List<Line> items) ->
                items.stream().flatMap(item -> wrapped("  · ", item).stream()).toList();
            case Block.Table table -> TableLayout.lines(table, width);
            case Block.Fixed(String text) ->
                text.lines()
                        .map(line -> new AttributedString("  " + OutsideText.clean(line)))
                        .toList();
            case Block.Picture picture -> wrapped("  ", Line.of("Picture: " + OutsideText.cut(picture.words(), 300)));
            case Block.Document(String fileName, String text) -> {
                List<AttributedString> lines =
                        new ArrayList<>(List.of(new AttributedString("  " + OutsideText.clean(fileName))));
                text.lines().forEach(line -> lines.add(new AttributedString(line.replaceAll("\\p{Cc}", "?"))));
                yield lines;
            }
        };
    }

    private List<AttributedString> wrapped(String indent, Line line) {
        AttributedStringBuilder text = new AttributedStringBuilder().append(indent);
        append(text, line);
        return Wrapping.wrap(text.toAttributedString(), width, " ".repeat(indent.length()));
    }

    private static void append(AttributedStringBuilder to, Line line) {
        for (Span span : line.spans()) {
            switch (span) {
                case Span.Plain(String text) -> to.append(shown(text));
                case Span.Strong(String text) -> to.styled(AttributedStyle.BOLD, shown(text));
                case Span.Code(String text) ->
                    to.styled(AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN), shown(text));
                case Span.Time time -> to.append(Clockface.full(time.at(), time.zone()));
            }
        }
    }

    /** Spans join, so the blanks at their ends stay. */
    private static String shown(String text) {
        String before = text.startsWith(" ") ? " " : "";
        String after = text.length() > 1 && text.endsWith(" ") ? " " : "";
        return before + OutsideText.clean(text) + after;
    }

    private static String sign(Tone tone) {
        return switch (tone) {
            case ALERT -> "!";
            case WARNING -> "?";
            case GOOD -> "+";
            case INFO -> "·";
            case ERROR -> "x";
        };
    }

    private static AttributedStyle style(Tone tone) {
        AttributedStyle bold = AttributedStyle.BOLD;
        return switch (tone) {
            case ALERT -> bold.foreground(AttributedStyle.RED);
            case WARNING -> bold.foreground(AttributedStyle.YELLOW);
            case GOOD -> bold.foreground(AttributedStyle.GREEN);
            case INFO -> bold.foreground(AttributedStyle.BLUE);
            case ERROR -> bold.foreground(AttributedStyle.MAGENTA);
        };
    }
}

package dev.tocsin.chat.console;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** Breaks lines between words; a word that is wider than a line is broken itself. Widths are columns. Pure. */
final class Wrapping {
    private Wrapping() {}

    static List<AttributedString> wrap(AttributedString text, int width, String indent) {
        List<AttributedString> lines = new ArrayList<>();
        AttributedString rest = text;
        while (rest.columnLength() > width) {
            AttributedString head = head(rest, width);
            int space = head.toString().lastIndexOf(' ');
            boolean between = space > indent.length()
                    && !head.toString().substring(0, space).isBlank();
            int cut = between ? space : Math.max(1, head.length());
            lines.add(rest.subSequence(0, cut));
            int next = between ? cut + 1 : cut;
            rest = new AttributedStringBuilder()
                    .append(indent)
                    .append(rest.subSequence(next, rest.length()))
                    .toAttributedString();
        }
        lines.add(rest);
        return lines;
    }

    /** As much of the text as fits; wide and combining characters at the edge may take more than they should. */
    static AttributedString head(AttributedString text, int columns) {
        AttributedString head = text;
        for (int most = columns; head.columnLength() > columns; most--) {
            head = text.columnSubSequence(0, most);
        }
        return head;
    }
}

package dev.tocsin.chat.console;

import dev.tocsin.core.message.Block;
import dev.tocsin.core.message.OutsideText;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** A table in columns; the widest column gives way until the rows fit. Pure. */
final class TableLayout {
    private static final int NARROWEST = 6;
    private static final String GAP = "  ";

    private TableLayout() {}

    static List<AttributedString> lines(Block.Table table, int width) {
        int[] widths = widths(table, width);
        List<AttributedString> lines = new ArrayList<>();
        lines.add(Wrapping.head(line(table.header(), widths, AttributedStyle.DEFAULT.faint()), width));
        table.rows().forEach(row -> lines.add(Wrapping.head(line(row, widths, AttributedStyle.DEFAULT), width)));
        return lines;
    }

    private static int[] widths(Block.Table table, int width) {
        int[] widths = new int[table.header().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns(table.header().get(i));
            for (List<String> row : table.rows()) {
                widths[i] = Math.max(widths[i], columns(row.get(i)));
            }
        }
        while (total(widths) > width) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int total(int[] widths) {
        int total = GAP.length() * widths.length;
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    private static AttributedString line(List<String> cells, int[] widths, AttributedStyle style) {
        AttributedStringBuilder line = new AttributedStringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(GAP);
            AttributedString cell = new AttributedString(OutsideText.clean(cells.get(i)));
            boolean fits = cell.columnLength() <= widths[i];
            String shown = fits ? cell.toString() : Wrapping.head(cell, widths[i] - 1) + "…";
            line.styled(style, shown);
            if (i + 1 < cells.size()) {
                line.append(" ".repeat(Math.max(0, widths[i] - columns(shown))));
            }
        }
        return line.toAttributedString();
    }

    private static int columns(String text) {
        return new AttributedString(OutsideText.clean(text)).columnLength();
    }
}

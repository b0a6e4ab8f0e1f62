package dev.tocsin.core.message;

import java.util.List;

/** A part of a message below its headline. */
public sealed interface Block {
    record Paragraph(Line line) implements Block {}

    /** A named statement: {@code Evidence: 3 of 3 looks failed}. */
    record Fact(String label, Line line) implements Block {}

    record Bullets(List<Line> lines) implements Block {
        public Bullets {
            lines = List.copyOf(lines);
        }
    }

    /** Rows under a header; every row has as many cells as the header. */
    record Table(List<String> header, List<List<String>> rows) implements Block {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Text whose columns line up. */
    record Fixed(String text) implements Block {}

    /** A file: attached where the platform can, printed where it cannot. */
    record Document(String fileName, String text) implements Block {}

    /**
     * A picture: shown where the platform can, told in words where it cannot.
     *
     * @param fileName of ASCII letters, digits, hyphens and dots, ending in {@code .png}
     * @param words what it shows, for those who cannot see it
     */
    record Picture(String fileName, Png png, String words) implements Block {
        public Picture {
            if (!fileName.matches("[A-Za-z0-9-][A-Za-z0-9.-]{0,60}\\.png")) {
                throw new IllegalArgumentException("no name of a picture: " + fileName);
            }
        }
    }
}

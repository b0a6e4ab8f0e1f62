package dev.tocsin.command;

import java.util.ArrayList;
import java.util.List;

/** A line cut into words; what stands in double quotes is one word. Pure. */
final class Words {
    /**
     * One word.
     *
     * @param text without its quotes
     * @param start where it begins in the line
     * @param end where the line goes on after it
     */
    record Word(String text, int start, int end, Quoting quoting) {}

    enum Quoting {
        BARE,
        QUOTED
    }

    private Words() {}

    /** The words; a quote that is never closed runs to the end of the line. */
    static List<Word> of(String line) {
        List<Word> words = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            if (Character.isWhitespace(line.charAt(at))) {
                at++;
                continue;
            }
            Word word = next(line, at);
            words.add(word);
            at = word.end();
        }
        return words;
    }

    private static Word next(String line, int start) {
        StringBuilder text = new StringBuilder();
        boolean inQuotes = false;
        boolean quoted = line.charAt(start) == '"';
        int at = start;
        while (at < line.length() && (inQuotes || !Character.isWhitespace(line.charAt(at)))) {
            char c = line.charAt(at);
            if (c == '"') {
                inQuotes = !inQuotes;
            } else {
                text.append(c);
            }
            at++;
        }
        return new Word(text.toString(), start, at, quoted ? Quoting.QUOTED : Quoting.BARE);
    }
}

package dev.tocsin.replay;

/**
 * Something wrong in what was to be read.
 *
 * @param line from 1; 0 where it is about the file as a whole
 * @param text what is wrong and what was expected
 */
public record Flaw(String file, int line, String text) {
    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line : file) + ": " + text;
    }
}

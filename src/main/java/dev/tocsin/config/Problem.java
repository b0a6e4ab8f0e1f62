package dev.tocsin.config;

/**
 * Something wrong in the config.
 *
 * @param file as the reader was given it
 * @param line from 1; 0 where it is about the file as a whole
 * @param path as {@code targets[3].url}; may be empty
 * @param text what is wrong and what was expected
 */
public record Problem(String file, int line, String path, String text) {
    @Override
    public String toString() {
        String where = line > 0 ? file + ":" + line : file;
        return path.isEmpty() ? where + ": " + text : where + " " + path + ": " + text;
    }
}

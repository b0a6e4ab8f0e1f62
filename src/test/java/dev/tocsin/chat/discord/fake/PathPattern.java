package dev.tocsin.chat.discord.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A path whose segments in braces match anything, such as {@code /channels/{channel}/messages}; {@code *} matches every path. */
record PathPattern(String text) {
    private static final String EVERY = "*";

    /** What stands in the places of the braces, in order; empty when the path does not match. */
    Optional<List<String>> match(String path) {
        if (text.equals(EVERY)) {
            return Optional.of(List.of());
        }
        String[] wanted = text.split("/", -1);
        String[] given = path.split("/", -1);
        if (wanted.length != given.length) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].startsWith("{")) {
                found.add(given[i]);
            } else if (!wanted[i].equals(given[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(found);
    }

    /** How many segments are braces: of two patterns that match, the one with fewer is meant. */
    int open() {
        return (int) text.chars().filter(character -> character == '{').count();
    }
}

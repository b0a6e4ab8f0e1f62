package dev.tocsin.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that a mistyped one was most likely meant to be. Levenshtein distance, at most two letters or a third wrong. Pure. */
public final class Nearest {
    private Nearest() {}

    /** The nearest of the known words, where one is near enough. */
    public static Optional<String> to(String word, Collection<String> known) {
        int most = word.length() > 64 ? -1 : word.length() < 3 ? 1 : Math.max(2, word.length() / 3);
        return known.stream()
                .filter(one -> Math.abs(one.length() - word.length()) <= most)
                .filter(one -> distance(word, one) <= most)
                .min(Comparator.comparingInt((String one) -> distance(word, one))
                        .thenComparing(one -> one));
    }

    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same =
                        Character.toLowerCase(one.charAt(i - 1)) == Character.toLowerCase(other.charAt(j - 1)) ? 0 : 1;
                int next = Math.min(diagonal + same, Math.min(row[j], row[j - 1]) + 1);
                diagonal = row[j];
                row[j] = next;
            }
        }
        return row[other.length()];
    }
}

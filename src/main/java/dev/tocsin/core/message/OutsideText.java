package dev.tocsin.core.message;

import java.util.regex.Pattern;

/** Makes text from outside safe to show in a line: names, errors, notes. Pure. */
public final class OutsideText {
    /** Control and format characters: line breaks, escapes, bidirectional overrides, halves of characters. */
    private static final Pattern UNSHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]+");

    private OutsideText() {}

    /** The text on one line, without characters that are not shown. */
    public static String clean(String text) {
        return UNSHOWN.matcher(text).replaceAll(" ").strip();
    }

    /** The clean name, cut to at most {@code most} characters; the id where nothing of the name is to be seen. */
    public static String name(String name, String id, int most) {
        String shown = cut(name, most);
        return shown.isEmpty() ? cut(id, most) : shown;
    }

    /** The clean text, cut to at most {@code most} characters; what is cut is marked. */
    public static String cut(String text, int most) {
        String clean = clean(text);
        if (clean.length() <= most) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(most - 2)) ? most - 2 : most - 1;
        return clean.substring(0, end) + "…";
    }
}

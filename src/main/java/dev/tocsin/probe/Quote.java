package dev.tocsin.probe;

/** Text from outside, made fit to be shown: on one line, without control characters, and short. Pure. */
final class Quote {
    private static final int LIMIT = 200;

    private Quote() {}

    static String of(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), LIMIT));
        for (int at = 0; at < text.length(); at++) {
            if (line.length() >= LIMIT - 1) {
                return line.append('…').toString();
            }
            char next = text.charAt(at);
            line.append(isPrintable(next) ? next : '\u00b7');
        }
        return line.toString();
    }

    private static boolean isPrintable(char one) {
        return switch (Character.getType(one)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}

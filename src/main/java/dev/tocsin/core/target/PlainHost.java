package dev.tocsin.core.target;

/**
 * Tells at a glance the spellings that nearly all hosts have and that mean what they say: the names and addresses that
 * {@link HostText} would leave as they are, after long scrutiny. Pure.
 */
enum PlainHost {
    /** Letters in lower case, digits, hyphens and underscores in labels; the last does not begin with a digit. */
    NAME,
    /** Digits and dots alone. */
    NUMBER,
    /** Anything else: it may still be a name, an address, or neither. */
    NEITHER;

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 253;

    static PlainHost of(String spelled) {
        if (spelled.length() > LONGEST_NAME || !hasPlainLabels(spelled)) {
            return NEITHER;
        }
        if (!isDigit(spelled.charAt(spelled.lastIndexOf('.') + 1))) {
            return NAME;
        }
        return spelled.chars().allMatch(one -> one == '.' || isDigit(one)) ? NUMBER : NEITHER;
    }

    private static boolean hasPlainLabels(String spelled) {
        int begins = 0;
        for (int i = 0; i <= spelled.length(); i++) {
            char one = i == spelled.length() ? '.' : spelled.charAt(i);
            if (one == '.') {
                if (i == begins || i - begins > LONGEST_LABEL) {
                    return false;
                }
                begins = i + 1;
            } else if (!isPlain(one) || (one == '-' && i == begins)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char one) {
        return (one >= 'a' && one <= 'z') || isDigit(one) || one == '-' || one == '_';
    }

    private static boolean isDigit(int one) {
        return one >= '0' && one <= '9';
    }
}

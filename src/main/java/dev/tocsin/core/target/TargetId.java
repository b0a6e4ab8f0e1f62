package dev.tocsin.core.target;

import java.util.regex.Pattern;

/**
 * The name a target goes by in the config, in commands and in the store.
 *
 * @param value 1 to 64 characters: lower-case letters, digits, dot, underscore, hyphen; starts with a letter or digit
 */
public record TargetId(String value) implements Comparable<TargetId> {
    /** What an id looks like; shared by targets and networks. */
    public static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public TargetId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a target id: '" + value + "'");
        }
    }

    @Override
    public int compareTo(TargetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

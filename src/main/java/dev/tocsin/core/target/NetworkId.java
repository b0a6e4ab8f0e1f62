package dev.tocsin.core.target;

import java.util.regex.Pattern;

/**
 * The name a network goes by in the config, in commands and in the store.
 *
 * @param value 1 to 64 characters: lower-case letters, digits, dot, underscore, hyphen; starts with a letter or digit
 */
public record NetworkId(String value) implements Comparable<NetworkId> {
    /** What an id looks like. */
    public static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    public NetworkId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a network id: '" + value + "'");
        }
    }

    @Override
    public int compareTo(NetworkId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

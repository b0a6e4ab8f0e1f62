package dev.tocsin.core.notice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place notices are sent to, written {@code platform:address}.
 *
 * @param platform lower-case word: {@code console}, {@code discord}, {@code telegram}
 * @param address what the platform calls the place; opaque here
 */
public record ChannelRef(String platform, String address) {
    private static final Pattern FORM = Pattern.compile("([a-z]{2,20}):(\\S{1,100})");

    public ChannelRef {
        if (!FORM.matcher(platform + ":" + address).matches()) {
            throw new IllegalArgumentException("not a channel: '" + platform + ":" + address + "'");
        }
    }

    /** Reads {@code platform:address}; throws {@link IllegalArgumentException} on anything else. */
    public static ChannelRef parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a channel: '" + text + "'; expected platform:address");
        }
        return new ChannelRef(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return platform + ":" + address;
    }
}

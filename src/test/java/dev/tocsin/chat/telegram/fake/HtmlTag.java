package dev.tocsin.chat.telegram.fake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a tag makes of its text.
 *
 * @param type of the entity; {@link #OF_OUTER} when the tag only says more of the one around it
 */
record HtmlTag(String type, Map<String, String> more) {
    private static final String OF_OUTER = "language";
    private static final Map<String, String> PLAIN = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("pre", "pre"));
    private static final Set<String> OTHERS = Set.of("span", "a", "code", "blockquote", "tg-emoji", "tg-time");
    private static final Set<String> FIXED = Set.of("code", "pre");
    private static final Set<String> QUOTES = Set.of("blockquote", "expandable_blockquote");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([a-zA-Z-]+)(?:\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([a-zA-Z0-9.-]+)))?");

    HtmlTag {
        more = Map.copyOf(more);
    }

    static boolean isKnown(String name) {
        return PLAIN.containsKey(name) || OTHERS.contains(name);
    }

    /** Empty when there is no such tag, or when it lacks what it needs. */
    static Optional<HtmlTag> of(String name, Map<String, String> attributes, String outer) {
        return switch (name) {
            case "span" ->
                "tg-spoiler".equals(attributes.get("class"))
                        ? Optional.of(new HtmlTag("spoiler", Map.of()))
                        : Optional.empty();
            case "a" -> link(attributes.getOrDefault("href", ""));
            case "code" ->
                outer.equals("pre") && attributes.getOrDefault("class", "").startsWith("language-")
                        ? Optional.of(new HtmlTag(OF_OUTER, Map.of()))
                        : Optional.of(new HtmlTag("code", Map.of()));
            case "blockquote" ->
                Optional.of(new HtmlTag(
                        attributes.containsKey("expandable") ? "expandable_blockquote" : "blockquote", Map.of()));
            case "tg-emoji" ->
                Optional.ofNullable(attributes.get("emoji-id"))
                        .map(id -> new HtmlTag("custom_emoji", Map.of("custom_emoji_id", id)));
            case "tg-time" ->
                Optional.ofNullable(attributes.get("unix"))
                        .filter(time -> time.matches("\\d{1,11}"))
                        .map(time -> new HtmlTag("date_time", Map.of("unix_time", time)));
            default -> Optional.ofNullable(PLAIN.get(name)).map(type -> new HtmlTag(type, Map.of()));
        };
    }

    private static Optional<HtmlTag> link(String address) {
        return address.isEmpty()
                ? Optional.empty()
                : Optional.of(new HtmlTag(
                        address.startsWith("tg://user?id=") ? "text_mention" : "text_link", Map.of("url", address)));
    }

    /** Fixed text holds nothing and stands in nothing but a quote; quotes hold no quotes. */
    boolean mayHold(HtmlTag inner) {
        if (inner.isPartOfOuter()) {
            return true;
        }
        if (FIXED.contains(type)) {
            return false;
        }
        boolean quote = QUOTES.contains(type);
        return quote ? !QUOTES.contains(inner.type) : !FIXED.contains(inner.type) && !QUOTES.contains(inner.type);
    }

    boolean isPartOfOuter() {
        return type.equals(OF_OUTER);
    }

    static Map<String, String> attributes(String written) {
        Map<String, String> attributes = new HashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(written);
        while (matcher.find()) {
            String value = Optional.ofNullable(matcher.group(2))
                    .or(() -> Optional.ofNullable(matcher.group(3)))
                    .or(() -> Optional.ofNullable(matcher.group(4)))
                    .orElse("");
            attributes.put(matcher.group(1).toLowerCase(Locale.ROOT), value);
        }
        return attributes;
    }
}

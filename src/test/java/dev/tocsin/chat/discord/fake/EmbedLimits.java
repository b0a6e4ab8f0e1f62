package dev.tocsin.chat.discord.fake;

import java.util.Set;
import java.util.stream.Stream;

/** Discord's limits on the embeds of a message. */
final class EmbedLimits {
    static final int TOTAL = 6000;
    static final int TITLE = 256;
    static final int DESCRIPTION = 4096;
    static final int FIELDS = 25;
    static final int FIELD_NAME = 256;
    static final int FIELD_VALUE = 1024;
    static final int FOOTER = 2048;
    static final int AUTHOR = 256;
    private static final Set<String> SCHEMES = Set.of("http", "https", "attachment");

    void check(Measure message) {
        int total = 0;
        for (Measure embed : message.each("embeds")) {
            checkOne(embed);
            total += size(embed);
        }
        if (total > TOTAL) {
            message.complain("embeds", "MAX_EMBED_SIZE_EXCEEDED", "All embeds together are " + total + " long");
        }
    }

    private static void checkOne(Measure embed) {
        embed.atMost("title", TITLE);
        embed.atMost("description", DESCRIPTION);
        embed.sizeAtMost("fields", FIELDS);
        embed.in("footer").atMost("text", FOOTER);
        embed.in("author").atMost("name", AUTHOR);
        for (Measure field : embed.each("fields")) {
            field.length("name", 1, FIELD_NAME);
            field.length("value", 1, FIELD_VALUE);
        }
        int color = embed.node().path("color").asInt(0);
        if (color < 0 || color > 0xFFFFFF) {
            embed.complain("color", "NUMBER_TYPE_MAX", "int value should be between 0 and 16777215");
        }
        checkUrl(embed, "url");
        Stream.of("image", "thumbnail").map(embed::in).forEach(image -> checkUrl(image, "url"));
        boolean pictured = embed.has("image") || embed.has("thumbnail");
        if (size(embed) == 0 && !pictured) {
            embed.complain("description", "BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private static void checkUrl(Measure of, String field) {
        String url = of.text(field);
        if (!url.isEmpty() && SCHEMES.stream().noneMatch(scheme -> url.startsWith(scheme + "://"))) {
            of.complain(field, "URL_TYPE_INVALID_SCHEME", "Scheme must be one of " + SCHEMES + ": " + url);
        }
    }

    private static int size(Measure embed) {
        int fields = embed.each("fields").stream()
                .mapToInt(field -> field.length("name") + field.length("value"))
                .sum();
        return embed.length("title")
                + embed.length("description")
                + embed.in("footer").length("text")
                + embed.in("author").length("name")
                + fields;
    }
}

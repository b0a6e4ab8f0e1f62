package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A 429 in one of the forms that Discord, or Cloudflare in front of it, gives.
 *
 * @param pause how long to wait; the body says it with fractions of a second, the header in whole seconds, rounded up
 */
public record TooMany(Duration pause, Scope scope) {
    public enum Scope {
        /** The bot's own limit on the route. */
        USER,
        /** The limit of the channel or webhook, shared with other bots. */
        SHARED,
        /** The bot's limit over all routes. */
        GLOBAL,
        /** Cloudflare's block of the address: a page, no JSON, no {@code via}. */
        CLOUDFLARE,
        /** JSON as of {@link #USER}, but without {@code via}. */
        USER_WITHOUT_VIA
    }

    public static TooMany route(Duration wait) {
        return new TooMany(wait, Scope.USER);
    }

    public static TooMany shared(Duration wait) {
        return new TooMany(wait, Scope.SHARED);
    }

    public static TooMany global(Duration wait) {
        return new TooMany(wait, Scope.GLOBAL);
    }

    public static TooMany cloudflare(Duration wait) {
        return new TooMany(wait, Scope.CLOUDFLARE);
    }

    public static TooMany withoutVia(Duration wait) {
        return new TooMany(wait, Scope.USER_WITHOUT_VIA);
    }

    public Answer answer(String bucket) {
        String header = Long.toString(Math.ceilDiv(pause.toMillis(), 1000L));
        if (scope == Scope.CLOUDFLARE) {
            return Answer.page(429, "error code: 1015").with(Map.of("Retry-After", header));
        }
        Map<String, String> headers = new HashMap<>(Map.of("Retry-After", header, "X-RateLimit-Scope", scopeName()));
        if (scope != Scope.USER_WITHOUT_VIA) {
            headers.put("via", "1.1 google");
        }
        if (scope == Scope.GLOBAL) {
            headers.put("X-RateLimit-Global", "true");
        } else {
            headers.putAll(bucketHeaders(bucket));
        }
        return Answer.of(429, body()).with(headers);
    }

    private ObjectNode body() {
        return FakeJson.object()
                .put("message", "You are being rate limited.")
                .put("retry_after", pause.toMillis() / 1000.0)
                .put("global", scope == Scope.GLOBAL);
    }

    private Map<String, String> bucketHeaders(String bucket) {
        double reset = (System.currentTimeMillis() + pause.toMillis()) / 1000.0;
        return Map.of(
                "X-RateLimit-Limit",
                "5",
                "X-RateLimit-Remaining",
                "0",
                "X-RateLimit-Reset",
                Buckets.seconds(reset),
                "X-RateLimit-Reset-After",
                Buckets.seconds(pause.toMillis() / 1000.0),
                "X-RateLimit-Bucket",
                bucket);
    }

    private String scopeName() {
        return scope == Scope.USER_WITHOUT_VIA ? "user" : scope.name().toLowerCase(Locale.ROOT);
    }
}

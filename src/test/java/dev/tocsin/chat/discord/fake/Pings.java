package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether a message's body lets anything in it notify somebody. */
final class Pings {
    private Pings() {}

    /** True where {@code allowed_mentions} is absent or names anything. */
    static boolean allowed(JsonNode body) {
        JsonNode allowed = body.path("allowed_mentions");
        return !allowed.isObject()
                || (!allowed.has("parse") && !allowed.has("users") && !allowed.has("roles"))
                || !allowed.path("parse").isEmpty()
                || !allowed.path("users").isEmpty()
                || !allowed.path("roles").isEmpty()
                || allowed.path("replied_user").asBoolean(false);
    }
}

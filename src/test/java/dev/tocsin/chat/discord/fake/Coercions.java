package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The four places where JDA writes another type than Discord's description has, and Discord takes it:
 * {@code contexts} and {@code integration_types} of commands as strings, {@code attachments[].id} and
 * {@code recipient_id} as numbers, and {@code default_member_permissions} as a string, which is what Discord's
 * documentation in words asks for.
 */
final class Coercions {
    private Coercions() {}

    /** The body with those, and only those, in the described type. */
    static JsonNode undone(Recorded request) {
        JsonNode body = FakeJson.frozen(request.body());
        if (request.path().endsWith("/commands")) {
            (body.isArray() ? (Iterable<JsonNode>) body : List.of(body)).forEach(Coercions::command);
        }
        if (request.path().equals("/users/@me/channels")) {
            asText(body, "recipient_id");
        }
        for (JsonNode message : List.of(body, body.path("data"), body.path("message"))) {
            message.path("attachments").forEach(each -> asText(each, "id"));
        }
        return body;
    }

    private static void command(JsonNode command) {
        asNumber(command, "default_member_permissions");
        for (String field : List.of("contexts", "integration_types")) {
            if (command.path(field) instanceof ArrayNode values) {
                for (int i = 0; i < values.size(); i++) {
                    if (values.get(i).asText().matches("\\d")) {
                        values.set(i, values.get(i).asInt());
                    }
                }
            }
        }
    }

    private static void asNumber(JsonNode of, String field) {
        if (of instanceof ObjectNode object && object.path(field).asText().matches("\\d{1,18}")) {
            object.put(field, object.get(field).asLong());
        }
    }

    private static void asText(JsonNode of, String field) {
        if (of instanceof ObjectNode object && object.path(field).isIntegralNumber()) {
            object.put(field, object.get(field).asText());
        }
    }
}

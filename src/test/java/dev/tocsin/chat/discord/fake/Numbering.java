package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Gives every component of a message a numeric id where the request has none, as Discord does. */
final class Numbering {
    private int next = 1;

    /** A copy in which every component has an id. */
    JsonNode of(JsonNode components) {
        JsonNode copy = components.isArray() ? FakeJson.frozen(components) : FakeJson.array();
        number(copy);
        return copy;
    }

    private void number(JsonNode node) {
        if (node instanceof ObjectNode component && component.path("type").isInt() && !FakeJson.has(component, "id")) {
            component.put("id", next++);
        }
        node.forEach(child -> {
            if (child.isContainerNode()) {
                number(child);
            }
        });
    }
}

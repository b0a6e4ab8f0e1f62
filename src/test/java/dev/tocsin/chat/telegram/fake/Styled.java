package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** A text as readers see it, and the forms of its parts. */
record Styled(String text, List<Entity> entities) {
    static final Styled NONE = new Styled("", List.of());

    Styled {
        entities = List.copyOf(entities);
    }

    ArrayNode entitiesJson() {
        return FakeJson.array(entities.stream().map(Entity::json).toList());
    }
}

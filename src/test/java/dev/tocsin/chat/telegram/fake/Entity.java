package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A form of a part of a text.
 *
 * @param offset in UTF-16 units
 * @param length in UTF-16 units
 * @param more what its type carries besides, such as {@code url}
 */
record Entity(String type, int offset, int length, Map<String, String> more) {
    Entity {
        more = Map.copyOf(more);
    }

    int end() {
        return offset + length;
    }

    ObjectNode json() {
        ObjectNode page =
                FakeJson.object().put("type", type).put("offset", offset).put("length", length);
        more.forEach(page::put);
        return page;
    }
}

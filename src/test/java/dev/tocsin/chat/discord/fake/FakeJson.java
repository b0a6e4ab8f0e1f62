package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** JSON as the fake reads and writes it; ids are strings in it, as Discord writes them. */
final class FakeJson {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private FakeJson() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode array(Collection<? extends JsonNode> items) {
        return array().addAll(items);
    }

    static ArrayNode ids(Collection<Long> ids) {
        ArrayNode all = array();
        ids.forEach(id -> all.add(Long.toUnsignedString(id)));
        return all;
    }

    static String id(long id) {
        return Long.toUnsignedString(id);
    }

    /** The document, or a missing node when there are no bytes. */
    static JsonNode read(byte[] bytes) throws IOException {
        return bytes.length == 0 ? MissingNode.getInstance() : MAPPER.readTree(bytes);
    }

    static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** True where the field is there and is not null. */
    static boolean has(JsonNode node, String field) {
        return node.hasNonNull(field);
    }

    /** A node of the same content that later edits of the original do not change. */
    static JsonNode frozen(JsonNode node) {
        return node.deepCopy();
    }
}

package dev.tocsin.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import java.util.Optional;

/** Values in JSON that others send. */
final class JsonValue {
    private static final Configuration CONFIGURATION = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .options(Option.ALWAYS_RETURN_LIST)
            .build();

    private JsonValue() {}

    /** The first value at the path, as text; empty where there is none or the text is no JSON. */
    static Optional<String> at(String path, String json) {
        if (isUnbounded(path)) {
            return Optional.empty();
        }
        try {
            Object found = JsonPath.using(CONFIGURATION).parse(json).read(path);
            return found instanceof ArrayNode array && !array.isEmpty()
                    ? Optional.of(text(array.get(0)))
                    : Optional.empty();
        } catch (JsonPathException | IllegalArgumentException | StackOverflowError notThere) {
            return Optional.empty();
        }
    }

    /** Whether what others send could keep the path busy for ever: by backtracking, or by searches within searches. */
    private static boolean isUnbounded(String path) {
        return path.contains("=~") || path.indexOf("..") != path.lastIndexOf("..");
    }

    private static String text(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }
}

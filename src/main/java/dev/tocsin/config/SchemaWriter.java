package dev.tocsin.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes the JSON Schema (draft 2020-12) that follows from the shapes. Pure. */
final class SchemaWriter {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private SchemaWriter() {}

    static String write() {
        ObjectNode schema = MAPPER.createObjectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "bot-config.json of Tocsin");
        schema.setAll(schema(Shapes.ROOT));
        return schema.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode schema(Shape shape) {
        ObjectNode node = MAPPER.createObjectNode();
        switch (shape) {
            case Shape.Keys keys -> keys(node, keys);
            case Shape.Free free -> {
                node.put("type", "object").set("propertyNames", schema(free.names()));
                node.set("additionalProperties", schema(free.values()));
            }
            case Shape.Items items -> node.put("type", "array").set("items", schema(items.each()));
            case Shape.OneOrMore some ->
                node.putArray("anyOf").add(schema(some.each())).add(schema(new Shape.Items(some.each())));
            case Shape.Text text -> node.put("type", "string").put("pattern", pattern(text));
            case Shape.Understood ignored -> node.put("type", "string");
            case Shape.Scalar ignored ->
                node.putArray("type").add("string").add("number").add("boolean");
            case Shape.SecretText ignored -> node.put("type", "string");
            case Shape.Length ignored -> node.put("type", "string").put("pattern", "^" + Durations.FORM + "$");
            case Shape.Whole whole ->
                node.put("type", "integer").put("minimum", whole.least()).put("maximum", whole.most());
            case Shape.WordOr or ->
                node.putArray("anyOf")
                        .add(schema(new Shape.Choice(List.of(or.word()))))
                        .add(schema(or.whole()));
            case Shape.Flag ignored -> node.put("type", "boolean");
            case Shape.Choice choice -> choice.words().forEach(node.withArray("enum")::add);
            case Shape.FlagOr or ->
                node.putArray("anyOf").add(schema(new Shape.Flag())).add(schema(or.keys()));
        }
        return node;
    }

    /** The form as ECMA-262 writes it. */
    private static String pattern(Shape.Text text) {
        return "^(" + text.form().pattern().replace("\\p{Cc}", "\\u0000-\\u001f\\u007f-\\u009f") + ")$";
    }

    private static void keys(ObjectNode node, Shape.Keys keys) {
        node.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = MAPPER.createArrayNode();
        keys.keys().forEach((name, key) -> {
            ObjectNode property = schema(key.shape());
            property.put("description", key.help());
            properties.set(name, property);
            if (key.need() == Shape.Need.REQUIRED) {
                required.add(name);
            }
        });
        if (!required.isEmpty()) {
            node.set("required", required);
        }
    }
}

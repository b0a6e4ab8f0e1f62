package dev.tocsin.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.command.TargetNotation;
import dev.tocsin.core.target.Target;
import java.util.List;

/** Targets as the config's {@code targets} array. */
final class TargetJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TargetJson() {}

    static String write(List<Target> targets, TargetNotation notation) {
        ArrayNode array = MAPPER.createArrayNode();
        targets.forEach(target -> {
            ObjectNode node = array.addObject();
            ObjectNode confirm = MAPPER.createObjectNode();
            notation.spell(target).forEach((key, value) -> {
                if (!value.isEmpty()) {
                    put(node, confirm, key, value);
                }
            });
            node.set("confirm", confirm);
        });
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withArrayIndenter(indenter).withObjectIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(array);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void put(ObjectNode node, ObjectNode confirm, String key, String value) {
        switch (key) {
            case "failures", "successes" -> confirm.put(key, Integer.parseInt(value));
            case "recheck" -> confirm.put(key, value);
            case "tags", "expect" -> {
                ArrayNode items = node.putArray(key);
                for (String item : value.split(",", -1)) {
                    items.add(item);
                }
            }
            default -> node.put(key, value);
        }
    }
}

package dev.tocsin.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
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
        targets.forEach(target -> array.add(json(TypedKeys.object(notation.spell(target)))));
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withArrayIndenter(indenter).withObjectIndenter(indenter);
        try {
            return MAPPER.writer(printer).writeValueAsString(array);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case Node.Obj object -> {
                ObjectNode json = MAPPER.createObjectNode();
                object.members().forEach((name, member) -> json.set(name, json(member)));
                yield json;
            }
            case Node.Arr array -> {
                ArrayNode json = MAPPER.createArrayNode();
                array.items().forEach(item -> json.add(json(item)));
                yield json;
            }
            case Node.Text text -> MAPPER.getNodeFactory().textNode(text.value());
            case Node.Num number -> MAPPER.getNodeFactory().numberNode(Long.parseLong(number.value()));
            case Node.Flag flag -> MAPPER.getNodeFactory().booleanNode(flag.value());
            case Node.Nothing ignored -> MAPPER.getNodeFactory().nullNode();
        };
    }
}

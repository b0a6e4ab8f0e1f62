package dev.tocsin.chat.telegram.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The lists of commands that are set, by scope and language. */
public final class Menus {
    private final World world;
    private final Map<String, JsonNode> menus = new LinkedHashMap<>();
    private final AtomicInteger sets = new AtomicInteger();

    Menus(World world) {
        this.world = world;
    }

    /** The commands, name and description, of that scope such as {@code default}; empty when there are none. */
    public Map<String, String> of(String scope) {
        return of(scope, "");
    }

    /** The same in that language, two letters. */
    public Map<String, String> of(String scope, String language) {
        return commands(FakeJson.object().put("type", scope), language);
    }

    /** Of a chat's own scope: {@code chat} or {@code chat_administrators}. */
    public Map<String, String> of(String scope, long chat) {
        return commands(FakeJson.object().put("type", scope).put("chat_id", chat), "");
    }

    /** How often lists were set. */
    public int sets() {
        return sets.get();
    }

    private Map<String, String> commands(ObjectNode scope, String language) {
        return world.with(() -> {
            Map<String, String> commands = new LinkedHashMap<>();
            menu(key(scope, language))
                    .forEach(each -> commands.put(
                            each.path("command").asText(),
                            each.path("description").asText()));
            return commands;
        });
    }

    Map<String, Methods.Method> all() {
        return Map.of(
                "setMyCommands",
                given -> {
                    menus.put(key(given), given.structure("commands").deepCopy());
                    sets.incrementAndGet();
                    return Methods.TRUE;
                },
                "getMyCommands",
                given -> menu(key(given)),
                "deleteMyCommands",
                given -> {
                    Optional<JsonNode> removed = Optional.ofNullable(menus.remove(key(given)));
                    assert removed.isEmpty() || removed.get().isArray();
                    return Methods.TRUE;
                });
    }

    private ArrayNode menu(String key) {
        return Optional.ofNullable(menus.get(key))
                .map(ArrayNode.class::cast)
                .orElseGet(() -> FakeJson.array(java.util.List.of()));
    }

    private static String key(Parameters given) {
        JsonNode scope = given.structure("scope");
        return key(
                scope.isObject() ? (ObjectNode) scope : FakeJson.object().put("type", "default"),
                given.text("language_code").orElse(""));
    }

    private static String key(ObjectNode scope, String language) {
        return String.join(
                " ",
                scope.path("type").asText(),
                scope.path("chat_id").asText(),
                scope.path("user_id").asText(),
                language);
    }
}

package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The registered commands, and what a user's client makes of them: it sends nothing that is not registered. */
public final class Commands {
    private static final long GLOBAL = 0;
    private static final int SUB_COMMAND = 1;
    private static final int GROUP = 2;

    private final FakeWorld world;
    private final Map<Long, ArrayNode> registered = new HashMap<>();

    public Commands(FakeWorld world) {
        this.world = world;
    }

    /** The global commands; an empty array before any registration. */
    public ArrayNode global() {
        return of(GLOBAL);
    }

    /** The commands of that guild alone. */
    public ArrayNode of(long guild) {
        return world.with(() -> registered.getOrDefault(guild, FakeJson.array()).deepCopy());
    }

    public ArrayNode replace(long guild, JsonNode commands) {
        ArrayNode all = FakeJson.array();
        commands.forEach(command -> all.add(stored(guild, command)));
        registered.put(guild, all);
        return all;
    }

    public ObjectNode add(long guild, JsonNode command) {
        ObjectNode stored = stored(guild, command);
        ArrayNode all = registered.computeIfAbsent(guild, key -> FakeJson.array());
        all.removeIf(each -> each.path("name").equals(command.path("name")));
        all.add(stored);
        return stored;
    }

    private ObjectNode stored(long guild, JsonNode command) {
        ObjectNode stored = command.deepCopy();
        stored.put("id", FakeJson.id(world.ids.next()))
                .put("application_id", FakeJson.id(world.bot.id()))
                .put("version", FakeJson.id(world.ids.next()));
        stored.putIfAbsent("type", FakeJson.object().numberNode(1));
        if (guild != GLOBAL) {
            stored.put("guild_id", FakeJson.id(guild));
        }
        return stored;
    }

    /** What the client sends for it; waits for its registration, fails for what no client would send. */
    public ObjectNode invocation(FakeChannel in, Member who, Interactions.Command typed) {
        String[] names = typed.name().split(" ", -1);
        JsonNode command = world.await(
                Exchange.PATIENCE, () -> "no command /" + names[0] + " is registered", () -> find(in, names[0]));
        ObjectNode data = FakeJson.object()
                .put("id", command.path("id").asText())
                .put("name", names[0])
                .put("type", 1);
        if (command.has("guild_id")) {
            data.set("guild_id", command.get("guild_id"));
        }
        JsonNode level = command;
        ObjectNode at = data;
        for (int i = 1; i < names.length; i++) {
            level = option(level, names[i], typed.name());
            at = at.putArray("options").addObject().put("name", names[i]);
            at.set("type", level.path("type"));
        }
        new Typing(world, data, who.guild()).fill(at, level, typed);
        return data;
    }

    private Optional<JsonNode> find(FakeChannel in, String name) {
        Optional<JsonNode> own = in.guild().flatMap(guild -> find(guild.id(), name));
        return own.or(() -> find(GLOBAL, name));
    }

    private Optional<JsonNode> find(long guild, String name) {
        for (JsonNode each : registered.getOrDefault(guild, FakeJson.array())) {
            if (each.path("name").asText().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    public static JsonNode option(JsonNode of, String name, String whole) {
        for (JsonNode option : of.path("options")) {
            if (option.path("name").asText().equals(name)) {
                return option;
            }
        }
        throw new IllegalArgumentException("/" + whole + " has no " + name + ": " + of.path("options"));
    }

    public static boolean nests(JsonNode option) {
        int type = option.path("type").asInt();
        return type == SUB_COMMAND || type == GROUP;
    }
}

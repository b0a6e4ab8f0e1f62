package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Fills the options of a command with the values a user typed, each in its registered type. */
final class Typing {
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int BOOLEAN = 5;
    private static final int USER = 6;
    private static final int CHANNEL = 7;
    private static final int ROLE = 8;
    private static final int MENTIONABLE = 9;
    private static final int NUMBER = 10;

    private final FakeWorld world;
    private final ObjectNode data;
    private final Guild guild;

    Typing(FakeWorld world, ObjectNode data, Guild guild) {
        this.world = world;
        this.data = data;
        this.guild = guild;
    }

    void fill(ObjectNode at, JsonNode level, Interactions.Command typed) {
        ArrayNode options = at.putArray("options");
        Map<String, String> values = typed.options();
        for (JsonNode option : level.path("options")) {
            if (Commands.nests(option)) {
                throw new IllegalArgumentException("/" + typed.name() + " needs a sub-command");
            }
            String name = option.path("name").asText();
            boolean missing = option.path("required").asBoolean(false) && !values.containsKey(name);
            if (missing && typed.focused().isEmpty()) {
                throw new IllegalArgumentException("/" + typed.name() + " requires " + name);
            }
        }
        values.forEach((name, value) -> {
            JsonNode option = Commands.option(level, name, typed.name());
            ObjectNode given = options.addObject().put("name", name);
            given.set("type", option.path("type"));
            if (typed.focused().equals(Optional.of(name))) {
                demand(option.path("autocomplete").asBoolean(false), name + " does not autocomplete");
                given.put("value", value).put("focused", true);
            } else {
                put(given, option, value);
            }
        });
    }

    private void put(ObjectNode given, JsonNode option, String value) {
        checkChoice(option, value);
        switch (option.path("type").asInt()) {
            case INTEGER ->
                given.put("value", checked(option, Long.parseLong(value)).longValue());
            case NUMBER ->
                given.put("value", checked(option, Double.parseDouble(value)).doubleValue());
            case BOOLEAN -> given.put("value", Boolean.parseBoolean(value));
            case STRING -> {
                int least = option.path("min_length").asInt(0);
                int most = option.path("max_length").asInt(6000);
                demand(value.length() >= least && value.length() <= most, "too short or too long: " + value);
                given.put("value", value);
            }
            case USER, CHANNEL, ROLE, MENTIONABLE -> {
                given.put("value", value);
                resolve(option.path("type").asInt(), value);
            }
            default -> throw new IllegalArgumentException("the fake cannot type " + option);
        }
    }

    private static Number checked(JsonNode option, Number value) {
        double number = value.doubleValue();
        double least = option.path("min_value").asDouble(Double.NEGATIVE_INFINITY);
        double most = option.path("max_value").asDouble(Double.POSITIVE_INFINITY);
        demand(number >= least && number <= most, "not between " + least + " and " + most + ": " + value);
        return value;
    }

    private static void checkChoice(JsonNode option, String value) {
        JsonNode choices = option.path("choices");
        boolean offered = choices.isEmpty()
                || choices.findValues("value").stream()
                        .anyMatch(each -> each.asText().equals(value));
        demand(offered, value + " is none of " + choices);
    }

    private void resolve(int type, String value) {
        long id = Long.parseUnsignedLong(value);
        ObjectNode resolved = data.withObjectProperty("resolved");
        if (type == CHANNEL) {
            ObjectNode channel = world.with(() -> world.channel(id).json(world.bot));
            resolved.withObjectProperty("channels").set(value, channel.put("permissions", "0"));
            return;
        }
        Optional<FakeRole> role = guild.findRole(id);
        if (type != USER && role.isPresent()) {
            resolved.withObjectProperty("roles").set(value, role.get().json(world.bot.id(), 1));
            return;
        }
        Member member = guild.find(id).orElseThrow(() -> new IllegalArgumentException("nobody is " + value));
        resolved.withObjectProperty("users").set(value, member.user().json());
        ObjectNode page = member.json().put("permissions", Long.toString(guild.permissions(member)));
        page.remove("user");
        resolved.withObjectProperty("members").set(value, page);
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}

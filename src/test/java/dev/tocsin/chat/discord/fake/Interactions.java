package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What users do: builds the interactions that the gateway sends and keeps them for their answers. */
final class Interactions {
    private static final int COMMAND = 2;
    private static final int COMPONENT = 3;
    private static final int AUTOCOMPLETE = 4;
    private static final int MODAL = 5;
    private static final int BUTTON = 2;
    private static final int STRING_SELECT = 3;

    private final FakeWorld world;
    private final Commands commands;
    private final Map<String, Exchange> byToken = new HashMap<>();

    Interactions(FakeWorld world, Commands commands) {
        this.world = world;
        this.commands = commands;
    }

    Exchange slash(Member who, long channel, Command command) {
        return command(who, channel, command, COMMAND);
    }

    Exchange autocomplete(Member who, long channel, Command command) {
        return command(who, channel, command, AUTOCOMPLETE);
    }

    /**
     * What a user types.
     *
     * @param name the command with its group and sub-command, parted by spaces
     * @param focused the option that is being completed; empty for a whole command
     */
    record Command(String name, Map<String, String> options, Optional<String> focused) {}

    Exchange button(Member who, long channel, long message, String customId) {
        ObjectNode data = FakeJson.object().put("component_type", BUTTON).put("custom_id", customId);
        return component(who, channel, message, data);
    }

    Exchange select(Member who, long channel, long message, String customId, List<String> values) {
        ObjectNode data = FakeJson.object().put("component_type", STRING_SELECT).put("custom_id", customId);
        ArrayNode chosen = data.putArray("values");
        values.forEach(chosen::add);
        return component(who, channel, message, data);
    }

    /** A filled-in modal; {@code on} is the message whose component opened it. */
    Exchange modal(Member who, long channel, Optional<Long> on, String customId, Map<String, String> fields) {
        ObjectNode data = FakeJson.object().put("custom_id", customId);
        ArrayNode labels = data.putArray("components");
        fields.forEach((field, value) -> {
            ObjectNode label = labels.addObject().put("type", 18).put("id", 2 * labels.size());
            label.putObject("component")
                    .put("type", 4)
                    .put("id", 2 * labels.size() + 1)
                    .put("custom_id", field)
                    .put("value", value);
        });
        return world.with(() -> {
            FakeChannel in = world.channel(channel);
            Optional<FakeMessage> source = on.map(message -> world.message(in, message));
            return send(who, MODAL, data, new Exchange(world, in, source));
        });
    }

    private Exchange command(Member who, long channel, Command command, int type) {
        FakeChannel in = world.with(() -> world.channel(channel));
        ObjectNode data = commands.invocation(in, who, command);
        return world.with(() -> send(who, type, data, new Exchange(world, in, Optional.empty())));
    }

    private Exchange component(Member who, long channel, long message, ObjectNode data) {
        return world.with(() -> {
            FakeChannel in = world.channel(channel);
            FakeMessage on = world.message(in, message);
            if (!offers(on.posted().components(), data.path("custom_id").asText())) {
                throw new IllegalArgumentException("nothing to press called " + data.path("custom_id") + " on "
                        + on.posted().components());
            }
            return send(who, COMPONENT, data, new Exchange(world, in, Optional.of(on)));
        });
    }

    private static boolean offers(JsonNode components, String customId) {
        return components.findValues("custom_id").stream()
                .anyMatch(each -> each.asText().equals(customId));
    }

    Optional<Exchange> byToken(String token) {
        return Optional.ofNullable(byToken.get(token));
    }

    private Exchange send(Member who, int type, ObjectNode data, Exchange exchange) {
        byToken.put(exchange.token(), exchange);
        ObjectNode event = FakeJson.object()
                .put("version", 1)
                .put("id", FakeJson.id(exchange.id()))
                .put("application_id", FakeJson.id(world.bot.id()))
                .put("type", type)
                .put("token", exchange.token())
                .put("channel_id", FakeJson.id(exchange.channel().id()))
                .put("locale", "en-US");
        event.set("data", data);
        event.putArray("entitlements");
        exchange.source().ifPresent(message -> event.set("message", message.json()));
        event.set("channel", exchange.channel().json(world.bot));
        Optional<Guild> guild = exchange.channel().guild();
        guild.ifPresentOrElse(in -> inGuild(event, in, who, exchange.channel()), () -> inPrivate(event, who));
        event.put("attachment_size_limit", MessageLimits.FILE_BYTES);
        world.dispatch(guild.map(Guild::id).orElse(0L), "INTERACTION_CREATE", event);
        return exchange;
    }

    private static void inGuild(ObjectNode event, Guild guild, Member who, FakeChannel channel) {
        String permissions = Long.toString(guild.permissions(who));
        ObjectNode member = who.json().put("permissions", permissions);
        event.set("member", member);
        event.put("guild_id", FakeJson.id(guild.id()))
                .put("guild_locale", "en-US")
                .put("context", 0);
        ObjectNode page =
                event.putObject("guild").put("id", FakeJson.id(guild.id())).put("locale", "en-US");
        page.putArray("features");
        event.put("app_permissions", Long.toString(channel.apply(guild.permissions(guild.bot()))));
        ((ObjectNode) event.path("channel")).put("permissions", permissions);
        event.putObject("authorizing_integration_owners").put("0", FakeJson.id(guild.id()));
    }

    private static void inPrivate(ObjectNode event, Member who) {
        event.set("user", who.user().json());
        event.put("context", 1).put("app_permissions", "0");
        event.putObject("authorizing_integration_owners").put("0", "0");
    }
}

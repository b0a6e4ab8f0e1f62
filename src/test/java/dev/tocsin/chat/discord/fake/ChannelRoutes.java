package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.Permission;

/** {@code /channels}: messages, pins, crossposts and direct message channels. */
final class ChannelRoutes {
    private final FakeWorld world;
    private final Poster poster;

    ChannelRoutes(FakeWorld world, Poster poster) {
        this.world = world;
        this.poster = poster;
    }

    List<Route> all() {
        return List.of(
                route("GET", "/channels/{channel}", call -> Answer.ok(seen(call).json(world.bot))),
                route("GET", "/channels/{channel}/messages", this::list),
                route("POST", "/channels/{channel}/messages", this::post),
                route("GET", "/channels/{channel}/messages/{message}", this::get),
                route("PATCH", "/channels/{channel}/messages/{message}", this::edit),
                route("DELETE", "/channels/{channel}/messages/{message}", this::delete),
                route("POST", "/channels/{channel}/messages/{message}/crosspost", this::crosspost),
                route("GET", "/channels/{channel}/messages/pins", this::pins),
                route("PUT", "/channels/{channel}/messages/pins/{message}", call -> pin(call, true)),
                route("DELETE", "/channels/{channel}/messages/pins/{message}", call -> pin(call, false)),
                route("POST", "/channels/{channel}/typing", call -> {
                    seen(call);
                    return Answer.done();
                }),
                route("POST", "/users/@me/channels", this::direct));
    }

    static Route route(String method, String path, Route.Handler handler) {
        return new Route(method, new PathPattern(path), Route.Auth.BOT, handler);
    }

    private FakeChannel seen(Route.Call call) {
        return poster.see(world.channel(call.id(0)));
    }

    private FakeMessage message(Route.Call call) {
        FakeChannel channel = seen(call);
        poster.require(channel, Permission.MESSAGE_HISTORY);
        FakeMessage message = world.message(channel, call.id(1));
        if (message.isEphemeral()) {
            throw new Refusal(FakeError.UNKNOWN_MESSAGE);
        }
        return message;
    }

    private Answer post(Route.Call call) {
        return Answer.ok(
                poster.post(world.channel(call.id(0)), call.request().payload()).json());
    }

    private Answer get(Route.Call call) {
        return Answer.ok(message(call).json());
    }

    /** Newest first, as Discord lists. */
    private Answer list(Route.Call call) {
        FakeChannel channel = seen(call);
        Map<String, String> query = call.request().query();
        long before = Long.parseUnsignedLong(query.getOrDefault("before", Long.toString(Long.MAX_VALUE)));
        long after = Long.parseUnsignedLong(query.getOrDefault("after", "0"));
        return Answer.ok(FakeJson.array(world.messages.values().stream()
                .filter(message -> message.channel() == channel && !message.isEphemeral())
                .filter(message -> message.id() < before && message.id() > after)
                .sorted(Comparator.comparingLong(FakeMessage::id).reversed())
                .limit(Long.parseLong(query.getOrDefault("limit", "50")))
                .map(FakeMessage::json)
                .toList()));
    }

    private Answer edit(Route.Call call) {
        FakeMessage message = world.message(seen(call), call.id(1));
        if (message.channel().isArchived()) {
            throw new Refusal(FakeError.THREAD_ARCHIVED);
        }
        poster.mayCarry(message.channel(), call.request().payload());
        message.edit(call.request().payload());
        return Answer.ok(message.json());
    }

    private Answer delete(Route.Call call) {
        world.messages.remove(world.message(seen(call), call.id(1)).id());
        return Answer.done();
    }

    private Answer crosspost(Route.Call call) {
        FakeMessage message = world.message(seen(call), call.id(1));
        if (message.channel().type() != FakeChannel.Type.ANNOUNCEMENT) {
            throw new Refusal(FakeError.WRONG_CHANNEL_TYPE);
        }
        poster.require(message.channel(), Permission.MESSAGE_SEND);
        if (message.isCrossposted()) {
            throw new Refusal(FakeError.ALREADY_CROSSPOSTED);
        }
        message.crosspost();
        return Answer.ok(message.json());
    }

    private Answer pin(Route.Call call, boolean now) {
        FakeChannel channel = seen(call);
        poster.require(channel, Permission.PIN_MESSAGES);
        world.message(channel, call.id(1)).pin(now);
        return Answer.done();
    }

    private Answer pins(Route.Call call) {
        FakeChannel channel = seen(call);
        ObjectNode page = FakeJson.object().put("has_more", false);
        ArrayNode items = page.putArray("items");
        world.messages.values().stream()
                .filter(message ->
                        message.channel() == channel && message.posted().pinned())
                .forEach(message -> items.addObject()
                        .put("pinned_at", Instant.now().toString())
                        .set("message", message.json()));
        return Answer.ok(page);
    }

    private Answer direct(Route.Call call) {
        long user = call.request().body().path("recipient_id").asLong();
        return Answer.ok(direct(world, user).json(world.bot));
    }

    /** The direct message channel with that user, opened when there is none. */
    static FakeChannel direct(FakeWorld world, long user) {
        return world.with(() -> {
            FakeUser to = world.users.get(user);
            if (to == null) {
                throw new Refusal(FakeError.UNKNOWN_USER);
            }
            return world.channels.values().stream()
                    .filter(channel -> channel.recipient().filter(to::equals).isPresent())
                    .findFirst()
                    .orElseGet(() -> {
                        FakeChannel opened = FakeChannel.direct(world.ids.next(), to);
                        world.channels.put(opened.id(), opened);
                        return opened;
                    });
        });
    }
}

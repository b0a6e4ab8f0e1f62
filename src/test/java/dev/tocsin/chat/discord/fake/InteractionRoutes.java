package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the bot answers to interactions: the callback within its time, then the original and follow-ups by token. */
final class InteractionRoutes {
    private static final String ORIGINAL = "@original";
    private static final String ONE = "/webhooks/{application}/{token}/messages/{message}";

    private final FakeWorld world;
    private final Poster poster;
    private final Interactions interactions;
    private Duration within = Duration.ofSeconds(3);

    InteractionRoutes(FakeWorld world, Poster poster, Interactions interactions) {
        this.world = world;
        this.poster = poster;
        this.interactions = interactions;
    }

    /** How long a callback is taken: 3 s by Discord's word. */
    void acknowledgeWithin(Duration time) {
        within = time;
    }

    List<Route> all() {
        return List.of(
                route("POST", "/interactions/{interaction}/{token}/callback", this::callback),
                route("POST", "/webhooks/{application}/{token}", this::followUp),
                route("GET", ONE, call -> Answer.ok(message(call).json())),
                route("PATCH", ONE, this::edit),
                route("DELETE", ONE, this::delete));
    }

    private static Route route(String method, String path, Route.Handler handler) {
        return new Route(method, new PathPattern(path), Route.Auth.IN_PATH, handler);
    }

    private Answer callback(Route.Call call) {
        Exchange exchange = interactions
                .byToken(call.value(1))
                .filter(each -> each.id() == call.id(0))
                .filter(each -> each.sent().plus(within).isAfter(Instant.now()))
                .orElseThrow(() -> new Refusal(FakeError.UNKNOWN_INTERACTION));
        if (exchange.isAcknowledged()) {
            throw new Refusal(FakeError.ALREADY_ACKNOWLEDGED);
        }
        JsonNode body = call.request().body();
        Exchange.Callback type = Exchange.Callback.of(body.path("type").asInt())
                .orElseThrow(() -> new Refusal(FakeError.INVALID_FORM_BODY));
        act(
                exchange,
                type,
                new Recorded.Payload(body.path("data"), call.request().files()));
        exchange.acknowledge(type, body.path("data"));
        boolean asked = Boolean.parseBoolean(call.request().query().getOrDefault("with_response", "false"));
        return asked ? Answer.ok(page(exchange, body.path("type").asInt())) : Answer.done();
    }

    private void act(Exchange exchange, Exchange.Callback type, Recorded.Payload payload) {
        FakeChannel channel = exchange.channel();
        switch (type) {
            case MESSAGE -> exchange.add(poster.keep(new FakeMessage(world, channel).write(payload)));
            case DEFERRED_MESSAGE -> {
                int flags = payload.json().path("flags").asInt(0);
                exchange.add(poster.keep(FakeMessage.loading(world, channel, flags)));
            }
            case DEFERRED_EDIT -> exchange.add(source(exchange));
            case EDIT -> {
                FakeMessage source = source(exchange);
                source.edit(payload);
                exchange.add(source);
            }
            case CHOICES, MODAL -> {}
        }
    }

    private static FakeMessage source(Exchange exchange) {
        return exchange.source().orElseThrow(() -> new Refusal(FakeError.INVALID_FORM_BODY));
    }

    private static ObjectNode page(Exchange exchange, int type) {
        ObjectNode page = FakeJson.object();
        ObjectNode interaction = page.putObject("interaction")
                .put("id", FakeJson.id(exchange.id()))
                .put("type", 2);
        ObjectNode resource = page.putObject("resource").put("type", type);
        exchange.original().ifPresent(message -> {
            interaction
                    .put("response_message_id", FakeJson.id(message.id()))
                    .put("response_message_loading", message.isLoading())
                    .put("response_message_ephemeral", message.isEphemeral());
            resource.set("message", message.json());
        });
        return page;
    }

    /** The first one after a deferred message fills that message in. */
    private Answer followUp(Route.Call call) {
        Exchange exchange = answered(call);
        FakeMessage message = exchange.original()
                .filter(FakeMessage::isLoading)
                .map(loading -> {
                    loading.edit(call.request().payload());
                    return loading;
                })
                .orElseGet(() -> {
                    FakeMessage more = new FakeMessage(world, exchange.channel());
                    exchange.add(poster.keep(more.write(call.request().payload())));
                    return more;
                });
        return Answer.ok(message.json());
    }

    private Answer edit(Route.Call call) {
        FakeMessage message = message(call);
        message.edit(call.request().payload());
        return Answer.ok(message.json());
    }

    private Answer delete(Route.Call call) {
        FakeMessage message = message(call);
        world.messages.remove(message.id());
        answered(call).remove(message);
        return Answer.done();
    }

    private FakeMessage message(Route.Call call) {
        Exchange exchange = answered(call);
        if (call.value(2).equals(ORIGINAL)) {
            return exchange.original().orElseThrow(() -> new Refusal(FakeError.UNKNOWN_MESSAGE));
        }
        FakeMessage message = world.message(exchange.channel(), call.id(2));
        if (!exchange.has(message)) {
            throw new Refusal(FakeError.UNKNOWN_MESSAGE);
        }
        return message;
    }

    private Exchange answered(Route.Call call) {
        Exchange exchange = interactions
                .byToken(call.value(1))
                .filter(Exchange::isAcknowledged)
                .filter(each -> call.id(0) == world.bot.id())
                .orElseThrow(() -> new Refusal(FakeError.UNKNOWN_WEBHOOK));
        if (exchange.isExpired()) {
            throw new Refusal(FakeError.INVALID_WEBHOOK_TOKEN);
        }
        return exchange;
    }
}

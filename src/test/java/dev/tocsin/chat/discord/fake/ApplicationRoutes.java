package dev.tocsin.chat.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The bot itself, its commands, its guilds and the way to the gateway. */
final class ApplicationRoutes {
    private static final String COMMANDS = "/applications/{application}/commands";
    private static final String GUILD_COMMANDS = "/applications/{application}/guilds/{guild}/commands";

    private final FakeWorld world;
    private final Commands commands;
    private final Supplier<String> gateway;
    private int shards = 1;
    private boolean publicBot = true;

    ApplicationRoutes(FakeWorld world, Commands commands, Supplier<String> gateway) {
        this.world = world;
        this.commands = commands;
        this.gateway = gateway;
    }

    /** What GET /gateway/bot recommends. */
    void shards(int recommended) {
        shards = recommended;
    }

    /** Whether anybody, or the owner alone, may add the bot to a guild. */
    void publicBot(boolean anybody) {
        publicBot = anybody;
    }

    List<Route> all() {
        return List.of(
                route("GET", "/users/@me", call -> Answer.ok(world.bot.json())),
                route("GET", "/users/{user}", this::user),
                route("GET", "/oauth2/applications/@me", call -> Answer.ok(application())),
                route("GET", "/applications/@me", call -> Answer.ok(application())),
                route("GET", "/gateway", call -> Answer.ok(FakeJson.object().put("url", gateway.get()))),
                route("GET", "/gateway/bot", call -> Answer.ok(gatewayBot())),
                route("GET", COMMANDS, call -> Answer.ok(commands.global())),
                route(
                        "PUT",
                        COMMANDS,
                        call -> Answer.ok(commands.replace(0, call.request().body()))),
                route(
                        "POST",
                        COMMANDS,
                        call -> Answer.ok(commands.add(0, call.request().body()))),
                route(
                        "GET",
                        GUILD_COMMANDS,
                        call -> Answer.ok(commands.of(guild(call, 1).id()))),
                route(
                        "PUT",
                        GUILD_COMMANDS,
                        call -> Answer.ok(commands.replace(
                                guild(call, 1).id(), call.request().body()))),
                route(
                        "POST",
                        GUILD_COMMANDS,
                        call -> Answer.ok(
                                commands.add(guild(call, 1).id(), call.request().body()))),
                route("GET", "/guilds/{guild}", call -> Answer.ok(GuildPage.outline(world, guild(call, 0)))),
                route("GET", "/guilds/{guild}/channels", this::channels),
                route("GET", "/guilds/{guild}/members/{user}", this::member),
                route("GET", "/users/@me/guilds", call -> Answer.ok(guilds())),
                route("DELETE", "/users/@me/guilds/{guild}", this::leave));
    }

    private static Route route(String method, String path, Route.Handler handler) {
        return ChannelRoutes.route(method, path, handler);
    }

    private Guild guild(Route.Call call, int index) {
        return Optional.ofNullable(world.guilds.get(call.id(index)))
                .filter(guild -> guild.standing() != Guild.Standing.OUTSIDE)
                .orElseThrow(() -> new Refusal(FakeError.UNKNOWN_GUILD));
    }

    private Answer user(Route.Call call) {
        return Optional.ofNullable(world.users.get(call.id(0)))
                .map(user -> Answer.ok(user.json()))
                .orElseThrow(() -> new Refusal(FakeError.UNKNOWN_USER));
    }

    private Answer member(Route.Call call) {
        return guild(call, 0)
                .find(call.id(1))
                .map(member -> Answer.ok(member.json()))
                .orElseThrow(() -> new Refusal(FakeError.UNKNOWN_MEMBER));
    }

    private Answer channels(Route.Call call) {
        Guild guild = guild(call, 0);
        return Answer.ok(FakeJson.array(world.channels.values().stream()
                .filter(channel -> channel.guild().filter(guild::equals).isPresent() && !channel.isThread())
                .map(channel -> channel.json(world.bot))
                .toList()));
    }

    private com.fasterxml.jackson.databind.JsonNode guilds() {
        return FakeJson.array(world.guilds.values().stream()
                .filter(guild -> guild.standing() != Guild.Standing.OUTSIDE)
                .map(guild -> GuildPage.outline(world, guild))
                .toList());
    }

    private Answer leave(Route.Call call) {
        Guild guild = guild(call, 0);
        guild.stand(Guild.Standing.OUTSIDE);
        world.dispatch(guild.id(), "GUILD_DELETE", FakeJson.object().put("id", FakeJson.id(guild.id())));
        return Answer.done();
    }

    private ObjectNode application() {
        ObjectNode page = FakeJson.object()
                .put("id", FakeJson.id(world.bot.id()))
                .put("name", world.bot.name())
                .put("description", "")
                .put("bot_public", publicBot)
                .put("bot_require_code_grant", false)
                .put("verify_key", "00")
                .put("flags", 0);
        page.putNull("icon").putNull("team");
        page.set("bot", world.bot.json());
        page.set("owner", new FakeUser(world.bot.id() + 1, "maker", FakeUser.Kind.HUMAN).json());
        return page;
    }

    private ObjectNode gatewayBot() {
        ObjectNode page = FakeJson.object().put("url", gateway.get()).put("shards", shards);
        page.putObject("session_start_limit")
                .put("total", 1000)
                .put("remaining", 1000)
                .put("reset_after", 14_400_000)
                .put("max_concurrency", 1);
        return page;
    }
}
